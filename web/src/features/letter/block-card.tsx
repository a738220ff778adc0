import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';

import { Dialog } from '../../components/dialog.js';
import { Answered, Trouble } from '../../components/states.js';
import { TakeList } from '../../components/take-list.js';
import { TextField } from '../../components/text-field.js';
import { blocksQuery, openBlockMutation } from '../../lib/api/letters.js';
import type { NumberBlock } from '../../lib/api/shapes.js';
import { today } from '../../lib/day.js';
import { useText } from '../../lib/text/define-text.js';
import { letterText } from './letter.text.js';

/** The stretches of numbers, and who signs what bears them. */
export function BlockCard() {
  const t = useText(letterText);
  const query = useQuery(blocksQuery());
  const [opening, setOpening] = useState(false);
  return (
    <section className="card">
      <h2>{t.blocks}</h2>
      <Button onClick={() => setOpening(true)}>{t.openBlock}…</Button>{' '}
      {query.data !== undefined && query.data.length > 0 && (
        <TakeList title={t.blocksBook} address="/api/reports/number-blocks.xlsx" />
      )}
      <Answered query={query} rows={3}>
        {(blocks) =>
          blocks.length === 0 ? (
            <p className="sub">{t.noBlock}</p>
          ) : (
            <table className="list stack">
              <thead>
                <tr>
                  <th>{t.symbol}</th>
                  <th className="num">{t.year}</th>
                  <th className="num">{t.first}</th>
                  <th className="num">{t.last}</th>
                  <th className="num">{t.next}</th>
                  <th>{t.body}</th>
                  <th>{t.signerTitle}</th>
                </tr>
              </thead>
              <tbody>
                {blocks.map((block) => (
                  <BlockRow key={block.id} block={block} />
                ))}
              </tbody>
            </table>
          )
        }
      </Answered>
      {opening && <BlockForm last={query.data?.[0]} onClose={() => setOpening(false)} />}
    </section>
  );
}

function BlockRow({ block }: { readonly block: NumberBlock }) {
  const t = useText(letterText);
  const { symbol, year, first, last, next, issuer } = block;
  return (
    <tr>
      <th scope="row">{symbol}</th>
      <td className="num" data-label={t.year}>
        {year}
      </td>
      <td className="num" data-label={t.first}>
        {first}
      </td>
      <td className="num" data-label={t.last}>
        {last}
      </td>
      <td className="num" data-label={t.next}>
        {next > last ? t.used : next}
      </td>
      <td data-label={t.body}>{issuer.body}</td>
      <td data-label={t.signerTitle}>
        {[issuer.signerTitle, issuer.signerName].filter(Boolean).join(', ')}
      </td>
    </tr>
  );
}

const LINES = ['superior', 'body', 'place', 'authority', 'signerTitle', 'signerName'] as const;
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['superior', 'signerName']);

type Draft = Record<(typeof LINES)[number] | 'year' | 'symbol' | 'first' | 'last', string>;

interface FormProps {
  /** Whose signer stands in the form to begin with. */
  readonly last: NumberBlock | undefined;
  readonly onClose: () => void;
}

function BlockForm({ last, onClose }: FormProps) {
  const t = useText(letterText);
  const [draft, setDraft] = useState<Draft>(() => ({
    ...(last?.issuer ?? {
      ...{ superior: '', body: '', place: '', authority: '', signerTitle: '', signerName: '' },
    }),
    ...{ year: today().slice(0, 4), symbol: last?.symbol ?? 'QĐ-', first: '', last: '' },
  }));
  const [tried, setTried] = useState(false);
  const open = useMutation(openBlockMutation(useQueryClient()));
  const isWrong = (name: keyof Draft): boolean =>
    ['year', 'first', 'last'].includes(name)
      ? !/^[1-9]\d{0,5}$/.test(draft[name].trim())
      : draft[name].trim() === '' && !MAY_BE_EMPTY.has(name);
  const names = ['symbol', 'year', 'first', 'last', ...LINES] as const;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (names.some(isWrong)) return;
    const issuer = Object.fromEntries(
      LINES.map((name) => [name, draft[name].trim()]),
    ) as NumberBlock['issuer'];
    const [year, first, end] = [draft.year, draft.first, draft.last].map(Number) as [
      number,
      number,
      number,
    ];
    open.mutate(
      { year, first, last: end, symbol: draft.symbol.trim(), issuer },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog title={t.openBlock} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        {names.map((name) => (
          <TextField
            key={name}
            label={t[name]}
            value={draft[name]}
            wrong={tried && isWrong(name) ? t.needed : null}
            onChange={(text) => setDraft((before) => ({ ...before, [name]: text }))}
          />
        ))}
        {open.error && <Trouble error={open.error} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={open.isPending}>
            {t.openBlock}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
