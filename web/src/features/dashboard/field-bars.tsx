import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { fieldsQuery } from '../../lib/api/fields.js';
import { useFieldName } from '../../lib/field-name.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { blockFilter, boardLink } from './board-link.js';
import { dashboardText } from './dashboard.text.js';
import { shortageByField, type Scope } from './scope-figures.js';
import type { BothSides } from './sides.js';

interface Row {
  readonly code: string;
  readonly before: number;
  readonly after: number | null;
}

interface Props {
  readonly sides: BothSides;
  readonly block: Scope;
}

/** Shortage by field as bars, before over after, with the numbers beside them. */
export function FieldBars({ sides, block }: Props) {
  const t = useText(dashboardText);
  const rows = rowsOf(sides, block);
  const longest = Math.max(1, ...rows.flatMap(({ before, after }) => [before, after ?? 0]));
  return (
    <section className="card">
      <h2>{t.fieldsTitle}</h2>
      <p className="sub">{t.fieldsLead}</p>
      <Legend withAfter={sides.after !== null} />
      <table className="bars-table">
        <tbody>
          {rows.map((row) => (
            <FieldRow key={row.code} row={row} longest={longest} sides={sides} block={block} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Legend({ withAfter }: { readonly withAfter: boolean }) {
  const t = useText(dashboardText);
  return (
    <p className="legend">
      <span className="swatch swatch--before" aria-hidden="true" /> {t.before}
      {withAfter && (
        <>
          <span className="swatch swatch--after" aria-hidden="true" /> {t.after}
        </>
      )}
    </p>
  );
}

interface RowProps extends Props {
  readonly row: Row;
  readonly longest: number;
}

function FieldRow({ row, longest, sides, block }: RowProps) {
  const format = useFormat();
  const nameOf = useFieldName(useQuery(fieldsQuery()).data);
  const link = (run: number) =>
    boardLink(run, {
      ...blockFilter(block),
      ...(row.code && { field: row.code }),
      show: 'shortage',
    });
  const { before, after } = sides;
  return (
    <tr>
      <th scope="row">{nameOf(row.code || null)}</th>
      <td className="bars">
        <span className="bar bar--before" style={{ width: share(row.before, longest) }} />
        {row.after !== null && (
          <span className="bar bar--after" style={{ width: share(row.after, longest) }} />
        )}
      </td>
      <td className="num">
        <Link to={link(before.run.id)}>{format.number(row.before)}</Link>
      </td>
      {after && row.after !== null && (
        <td className="num after">
          <Link to={link(after.run.id)}>{format.number(row.after)}</Link>
        </td>
      )}
    </tr>
  );
}

function share(value: number, longest: number): string {
  return `${(100 * value) / longest}%`;
}

/** Fields with a shortage on either side, the greatest first. */
function rowsOf({ before, after }: BothSides, block: Scope): Row[] {
  const first = shortageByField(before.summary, block);
  const second = after && shortageByField(after.summary, block);
  const codes = new Set([...first.keys(), ...(second?.keys() ?? [])]);
  return [...codes]
    .map((code) => ({
      code,
      before: first.get(code) ?? 0,
      after: second ? (second.get(code) ?? 0) : null,
    }))
    .filter((row) => row.before > 0 || (row.after ?? 0) > 0)
    .sort((a, b) => b.before - a.before || (b.after ?? 0) - (a.after ?? 0));
}
