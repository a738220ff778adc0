import { Tag } from 'antd';
import { Link } from 'react-router';

import type { At } from '../../lib/api/at.js';
import { COUNTED } from '../../lib/api/limits.js';
import type { Limit, Limits } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';
import { limitsText } from './limits.text.js';
import { countedIn } from './people-panel.js';
import { useRankName } from './rank-name.js';

interface Props {
  readonly limits: readonly Limit[];
  readonly ranks: Limits['ranks'];
  readonly at: At;
}

/** Averages and totals over the province. */
export function ProvinceTable({ limits, ranks, at }: Props) {
  const t = useText(limitsText);
  const w = useText(words);
  const rankName = useRankName(ranks);
  const { address } = useQueryParams();
  const listOf = ({ code, subject }: Limit): string | null => {
    if (code === 'province-total' && subject !== null) return boardOf(at, { block: subject });
    return COUNTED.some((each) => each === code) ? address(countedIn(code, subject)) : null;
  };
  return (
    <section className="card">
      <h2>{t.province}</h2>
      <table className="list stack">
        <thead>
          <tr>
            <th>{t.limit}</th>
            <LimitHeads />
          </tr>
        </thead>
        <tbody>
          {limits.map((limit) => (
            <tr key={`${limit.code} ${limit.subject ?? ''}`}>
              <td>
                <strong>{wordFor(t, 'code', limit.code)}</strong>{' '}
                {limit.subject && (
                  <span className="sub">{rankName(wordFor(w, 'block', limit.subject))}</span>
                )}
              </td>
              <LimitCells limit={limit} to={listOf(limit)} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The gap board of what a limit counts, whose cells lead to names. */
export function boardOf(at: At, filters: Readonly<Record<string, string>>): string {
  const where: Record<string, string> = 'run' in at ? { run: String(at.run) } : { on: at.on };
  return `/gap?${new URLSearchParams({ ...where, ...filters }).toString()}`;
}

export function LimitHeads() {
  const t = useText(limitsText);
  return (
    <>
      <th className="num">{t.computed}</th>
      <th className="num">{t.allowed}</th>
      <th className="num">{t.over}</th>
      <th>{t.verdict}</th>
      <th>{t.grace}</th>
    </>
  );
}

export const LOOKS: Readonly<Record<Limit['verdict'], string>> = {
  held: 'tag--good',
  'in-grace': 'tag--short',
  breach: 'tag--bad',
  unknown: 'tag--plain',
};

interface CellsProps {
  readonly limit: Limit;
  /** Where those who are counted are listed; null where there is no such list. */
  readonly to: string | null;
}

export function LimitCells({ limit, to }: CellsProps) {
  const t = useText(limitsText);
  const { number, day, dayBefore } = useFormat();
  const { computed, allowed, over, verdict, graceUntil } = limit;
  return (
    <>
      <td className="num" data-label={t.computed}>
        {to === null ? number(computed) : <Link to={to}>{number(computed)}</Link>}
      </td>
      <td className="num" data-label={t.allowed}>
        {allowed === null ? <span className="sub">{t.unknown}</span> : number(allowed)}
      </td>
      <td className="num strong" data-label={t.over}>
        {over === 0 ? '' : number(over)}
      </td>
      <td data-label={t.verdict}>
        <Tag className={`tag ${LOOKS[verdict]}`}>{t[`verdict.${verdict}`]}</Tag>
      </td>
      <td data-label={t.grace}>{graceUntil && over > 0 ? day(dayBefore(graceUntil)) : ''}</td>
    </>
  );
}
