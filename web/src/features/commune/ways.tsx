import type { UseQueryResult } from '@tanstack/react-query';

import { FileLink } from '../../components/file-link.js';
import { FitTag, MovementTag } from '../../components/person-tags.js';
import { Said } from '../../components/said.js';
import { Nothing, Trouble, Waiting } from '../../components/states.js';
import type { MovementLine, Proposal } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { useNames } from '../../lib/text/names.js';
import { words } from '../../lib/text/words.js';
import { movementText } from '../movement/movement.text.js';
import { communeText } from './commune.text.js';
import type { Way } from './people-lists.js';

interface Props {
  readonly side: 'comes' | 'goes';
  /** Undefined while not all is known. */
  readonly ways: readonly Way[] | undefined;
  readonly queries: readonly UseQueryResult[];
}

/** Who comes or who goes, from where to where, and why. */
export function Ways({ side, ways, queries }: Props) {
  const t = useText(communeText);
  if (!ways) {
    const failed = queries.find(({ error }) => error !== null);
    if (!failed) return <Waiting rows={6} />;
    return (
      <Trouble
        error={failed.error}
        onRetry={() => queries.forEach((each) => void each.refetch())}
      />
    );
  }
  if (ways.length === 0)
    return <Nothing>{side === 'comes' ? t.nobodyComes : t.nobodyGoes}</Nothing>;
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.person}</th>
          <th>{t.from}</th>
          <th>{t.to}</th>
          <th>{t.by}</th>
        </tr>
      </thead>
      <tbody>
        {ways.map(({ key, line, move }) =>
          line ? (
            <PlannedRow key={key} line={line} isOwn={side === 'goes'} />
          ) : (
            move && <MoveRow key={key} move={move} isOwn={side === 'goes'} />
          ),
        )}
      </tbody>
    </table>
  );
}

const place = (...parts: readonly (string | null)[]): string =>
  parts.filter(Boolean).join(', ') || '–';

interface NameProps {
  readonly staffId: number;
  readonly name: string;
  /** Only the own people's files can be opened. */
  readonly isOwn: boolean;
}

function Name({ staffId, name, isOwn }: NameProps) {
  return (
    <>
      <strong>{name || '–'}</strong> {isOwn && name && <FileLink staffId={staffId} name={name} />}
    </>
  );
}

function PlannedRow({ line, isOwn }: { readonly line: Proposal; readonly isOwn: boolean }) {
  const t = useText(communeText);
  const w = useText(words);
  const named = useNames();
  const { decimal } = useFormat();
  return (
    <tr>
      <td>
        <Name staffId={line.staffId} name={line.fullName} isOwn={isOwn} />
      </td>
      <td data-label={t.from}>
        {place(named(line.oldPositionName))}
        <div className="sub">{place(line.oldUnitName, line.oldDistrictName)}</div>
      </td>
      <td data-label={t.to}>
        {named(line.positionName) ?? w['outcome.leaving']}
        <div className="sub">
          {place(
            named(line.unitName),
            line.communeName === line.unitName ? null : line.communeName,
          )}
        </div>
      </td>
      <td data-label={t.by}>
        <div>
          <MovementTag movement={line.movement} /> <FitTag fit={line.fit} />
          {line.distanceKm !== null && (
            <span className="sub"> {w.km(decimal(line.distanceKm))}</span>
          )}
          <div className="sub">
            <Said text={line.reason} />
          </div>
        </div>
      </td>
    </tr>
  );
}

function MoveRow({ move, isOwn }: { readonly move: MovementLine; readonly isOwn: boolean }) {
  const t = useText(communeText);
  const m = useText(movementText);
  const named = useNames();
  const { day } = useFormat();
  return (
    <tr>
      <td>
        <Name staffId={move.staffId} name={move.fullName} isOwn={isOwn} />
      </td>
      <td data-label={t.from}>{place(named(move.fromPositionName), named(move.fromUnitName))}</td>
      <td data-label={t.to}>{place(named(move.toPositionName), named(move.toUnitName))}</td>
      <td data-label={t.by}>
        <div>
          {m[`kind.${move.kind}`]}, {t.starts(day(move.startsOn))}
          <div className="sub">{m[`state.${move.state}`]}</div>
        </div>
      </td>
    </tr>
  );
}
