import { Tag } from 'antd';

import type { Limit } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';
import { limitsText } from './limits.text.js';

/** Averages and totals over the province. */
export function ProvinceTable({ limits }: { readonly limits: readonly Limit[] }) {
  const t = useText(limitsText);
  const w = useText(words);
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
                {limit.subject && <span className="sub">{wordFor(w, 'block', limit.subject)}</span>}
              </td>
              <LimitCells limit={limit} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
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

const LOOKS: Readonly<Record<Limit['verdict'], string>> = {
  held: 'tag--good',
  'in-grace': 'tag--short',
  breach: 'tag--bad',
  unknown: 'tag--plain',
};

export function LimitCells({ limit }: { readonly limit: Limit }) {
  const t = useText(limitsText);
  const { number, day, dayBefore } = useFormat();
  const { computed, allowed, over, verdict, graceUntil } = limit;
  return (
    <>
      <td className="num" data-label={t.computed}>
        {number(computed)}
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
