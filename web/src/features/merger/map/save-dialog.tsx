import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';

import { BreachList } from '../../../components/breach-list.js';
import { Dialog } from '../../../components/dialog.js';
import { Trouble } from '../../../components/states.js';
import { Problem } from '../../../lib/api/problem.js';
import { saveMapMutation } from '../../../lib/api/merger-map.js';
import type { AssessedMap, MergerMap } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { useText } from '../../../lib/text/define-text.js';
import { useDesk } from './desk.js';
import { changedUnits, rowsOf, type MapDraft } from './map-draft.js';
import { mapText } from './map.text.js';

interface Props {
  readonly scenarioId: number;
  readonly base: MergerMap;
  readonly assessed: AssessedMap;
  /** Whether what is said of the map is of an earlier stroke still. */
  readonly checking: boolean;
  readonly onSaved: (map: MergerMap) => void;
  readonly onTakeNewer: () => void;
  readonly onClose: () => void;
}

/** What changes, what stands against it, and what follows, before it is written. */
export function SaveDialog(props: Props) {
  const { scenarioId, base, assessed, checking, onSaved, onTakeNewer, onClose } = props;
  const t = useText(mapText);
  const { draft } = useDesk();
  const save = useMutation(saveMapMutation(useQueryClient(), scenarioId));
  const blocked = assessed.breaches.some(({ severity }) => severity === 'error');
  const isLate = save.error instanceof Problem && save.error.code === 'scenario.changed-meanwhile';
  const { rows, areas } = draft;
  return (
    <Dialog title={t.saveTitle} onClose={onClose}>
      <Changes base={{ rows: base.rows, areas: [] }} />
      <h3>{t.breaches}</h3>
      {blocked && <p className="short-text">{t.saveBlocked}</p>}
      <BreachList breaches={assessed.breaches} none={t.noBreaches} />
      <p className="sub">{t.saveStale}</p>
      {save.error && <Trouble error={save.error} />}
      <div className="dialog-foot">
        {isLate && <Button onClick={onTakeNewer}>{t.takeNewer}</Button>}
        <Button onClick={onClose}>{t.saveNo}</Button>
        <Button
          type="primary"
          loading={save.isPending || checking}
          disabled={blocked || isLate}
          onClick={() =>
            save.mutate({ version: base.version, rows, areas }, { onSuccess: onSaved })
          }
        >
          {t.saveYes}
        </Button>
      </div>
    </Dialog>
  );
}

const SHOWN = 12;

function Changes({ base }: { readonly base: MapDraft }) {
  const t = useText(mapText);
  const format = useFormat();
  const { draft, oldBy, newBy } = useDesk();
  const changed = changedUnits(base, draft);
  const where = (map: MapDraft, code: string): string =>
    rowsOf(map, code)
      .map(({ newCode, share }) => {
        const name = newBy.get(newCode)?.name ?? newCode;
        return share === 1
          ? name
          : `${name} (${share === null ? '?' : `${format.decimal(share * 100)} %`})`;
      })
      .join(', ') || t.nowhere;
  return (
    <>
      <h3>
        {t.changes} <span className="sub">{format.number(changed.length)}</span>
      </h3>
      <ul className="map-changes">
        {changed.slice(0, SHOWN).map((code) => (
          <li key={code}>
            <strong>{oldBy.get(code)?.name ?? code}</strong>: {where(base, code)} →{' '}
            {where(draft, code)}
          </li>
        ))}
      </ul>
      {changed.length > SHOWN && (
        <p className="sub">{t.moreChanges(format.number(changed.length - SHOWN))}</p>
      )}
    </>
  );
}
