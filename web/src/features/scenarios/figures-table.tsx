import { Tag } from 'antd';
import type { ReactNode } from 'react';

import type { ComparedRun, Comparison } from '../../lib/api/shapes.js';
import { useFormat, type Format } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';
import { limitsText } from '../limits/limits.text.js';
import { compareText } from './compare.text.js';
import { RunHead } from './run-head.js';

interface Row {
  readonly label: string;
  readonly of: (run: ComparedRun) => ReactNode;
}

/** Every figure and every limit, a column for each run. */
export function FiguresTable({ comparison: { runs } }: { readonly comparison: Comparison }) {
  const t = useText(compareText);
  const groups = useGroups(runs);
  return (
    <section className="card scroll-x">
      <table className="list">
        <thead>
          <tr>
            <th>{t.figure}</th>
            {runs.map((run) => (
              <th key={run.run.id} className="num">
                <RunHead run={run} />
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ title, rows }) => (
          <tbody key={title}>
            <tr>
              <th colSpan={runs.length + 1} scope="colgroup">
                {title}
              </th>
            </tr>
            {rows.map(({ label, of }) => (
              <tr key={label}>
                <td>{label}</td>
                {runs.map((run) => (
                  <td key={run.run.id} className="num">
                    {of(run)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
}

function useGroups(runs: readonly ComparedRun[]): Group[] {
  const t = useText(compareText);
  const format = useFormat();
  const { number, decimal } = format;
  const limits = useLimitRows(runs, format);
  const farKm = runs[0]?.farKm ?? 0;
  const km = (value: number | null) => (value === null ? '–' : decimal(value));
  return [
    {
      title: t.levels,
      rows: [
        { label: t.requiredUnfilled, of: ({ run }) => number(run.levels.requiredUnfilled) },
        { label: t.withoutSeat, of: ({ run }) => number(run.levels.withoutSeat) },
        { label: t.fit, of: ({ run }) => number(run.levels.fit) },
        { label: t.wishes, of: ({ run }) => number(run.levels.wishes) },
        { label: t.distanceKm, of: ({ run }) => number(run.levels.distanceKm) },
        { label: t.moved, of: ({ run }) => number(run.levels.moved) },
      ],
    },
    {
      title: t.people,
      rows: [
        { label: t.all, of: ({ lines }) => number(lines.people) },
        { label: t.seated, of: ({ lines }) => number(lines.seated) },
        { label: t.surplus, of: ({ lines }) => number(lines.surplus) },
        { label: t.leaving, of: ({ lines }) => number(lines.leaving) },
        { label: t.medianKm, of: ({ lines }) => km(lines.medianKm) },
        { label: t.longestKm, of: ({ lines }) => km(lines.longestKm) },
        { label: t.farWays(number(farKm)), of: ({ lines }) => number(lines.farWays) },
        { label: t.couplesApart, of: ({ couplesApart }) => number(couplesApart) },
        { label: t.households, of: ({ households }) => number(households) },
      ],
    },
    {
      title: t.gap,
      rows: [
        { label: t.seats, of: ({ gap }) => number(gap.total.seats) },
        { label: t.surplus, of: ({ gap }) => number(gap.total.surplus) },
        { label: t.vacant, of: ({ gap }) => number(gap.total.vacant) },
        { label: t.misfit, of: ({ gap }) => number(gap.total.misfit) },
        { label: t.shortage, of: ({ gap }) => number(gap.total.shortage) },
      ],
    },
    { title: t.limits, rows: limits },
  ];
}

function useLimitRows(runs: readonly ComparedRun[], { number, decimal }: Format): Row[] {
  const t = useText(compareText);
  const l = useText(limitsText);
  const w = useText(words);
  const keys = new Map(
    runs.flatMap(({ limits }) =>
      limits.map(({ code, subject }) => [`${code} ${subject ?? ''}`, { code, subject }] as const),
    ),
  );
  const shown = (value: number) => (Number.isInteger(value) ? number(value) : decimal(value));
  const rows = [...keys.values()].map(({ code, subject }): Row => ({
    label: [wordFor(l, 'code', code), subject && wordFor(w, 'block', subject)]
      .filter(Boolean)
      .join(', '),
    of: ({ limits }) => {
      const limit = limits.find((each) => each.code === code && each.subject === subject);
      if (!limit) return '–';
      const allowed = limit.allowed === null ? l.unknown : shown(limit.allowed);
      return (
        <>
          {t.ofAllowed(shown(limit.computed), allowed)}{' '}
          {limit.verdict !== 'held' && (
            <Tag className={limit.verdict === 'breach' ? 'tag tag--bad' : 'tag tag--short'}>
              {l[`verdict.${limit.verdict}`]}
            </Tag>
          )}
        </>
      );
    },
  }));
  return [...rows, { label: t.unitsOver, of: ({ unitsOver }) => number(unitsOver) }];
}
