import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';

import { Dialog } from '../../../components/dialog.js';
import { Trouble } from '../../../components/states.js';
import { pastedMapMutation } from '../../../lib/api/merger-map.js';
import type { MapRow, PastedMap } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { useText } from '../../../lib/text/define-text.js';
import { useDesk } from './desk.js';
import { mapText } from './map.text.js';

interface Props {
  readonly scenarioId: number;
  readonly onUse: (rows: readonly MapRow[]) => void;
  readonly onClose: () => void;
}

/** A whole map out of a spreadsheet: looked at line by line before it is taken. */
export function PasteDialog({ scenarioId, onUse, onClose }: Props) {
  const t = useText(mapText);
  const format = useFormat();
  const id = useId();
  const [text, setText] = useState('');
  const read = useMutation(pastedMapMutation(scenarioId));
  const rows = read.data?.rows ?? [];
  return (
    <Dialog title={t.pasteTitle} onClose={onClose}>
      <p>{t.pasteLead}</p>
      <label htmlFor={id} className="sub">
        {t.pasteField}
      </label>
      <Input.TextArea
        id={id}
        rows={6}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          read.reset();
        }}
      />
      {read.error && <Trouble error={read.error} />}
      {read.data && <Preview pasted={read.data} />}
      <div className="dialog-foot">
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button
          type={read.data ? 'default' : 'primary'}
          loading={read.isPending}
          disabled={text.trim() === ''}
          onClick={() => read.mutate(text)}
        >
          {t.pasteRead}
        </Button>
        {rows.length > 0 && (
          <Button type="primary" onClick={() => onUse(rows)}>
            {t.pasteUse(format.number(rows.length))}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Preview({ pasted: { lines, unnamed } }: { readonly pasted: PastedMap }) {
  const t = useText(mapText);
  const format = useFormat();
  const faulty = lines.filter(({ faults }) => faults.length > 0).length;
  if (lines.length === 0) return <p className="short-text">{t.pasteNone}</p>;
  // Faulty lines first: they are what is to be done.
  const inOrder = [...lines].sort(
    (a, b) => Number(b.faults.length > 0) - Number(a.faults.length > 0) || a.line - b.line,
  );
  return (
    <>
      {faulty > 0 && <p className="short-text">{t.pasteFaults(format.number(faulty))}</p>}
      {unnamed > 0 && <p className="sub">{t.pasteUnnamed(format.number(unnamed))}</p>}
      <div className="pasted" tabIndex={0} role="region" aria-label={t.pasteTitle}>
        <table className="list">
          <thead>
            <tr>
              {[t.line, t.oldUnit, t.newUnit, t.ratio, t.fault].map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrder.map((line) => (
              <Line key={line.line} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Line({ line }: { readonly line: PastedMap['lines'][number] }) {
  const t = useText(mapText);
  const { oldBy, newBy } = useDesk();
  const { oldText, newText, oldCode, newCode, shareText, faults } = line;
  return (
    <tr className={faults.length > 0 ? 'is-faulty' : undefined}>
      <td className="num">{line.line}</td>
      <td>{oldBy.get(oldCode ?? '')?.name ?? oldText}</td>
      <td>{newBy.get(newCode ?? '')?.name ?? newText}</td>
      <td className="num">{shareText}</td>
      <td>{faults.length > 0 ? faults.join(' ') : t.fine}</td>
    </tr>
  );
}
