import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import type { ComparedRun, Comparison } from '../../lib/api/shapes.js';
import { useFormat, type Format } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';
import { boardLink } from '../dashboard/board-link.js';
import { limitsText } from '../limits/limits.text.js';
import { LOOKS } from '../limits/province-table.js';
import { wishesLink } from '../wishes/wishes-link.js';
import './compare.css';
import { compareText } from './compare.text.js';
import { RunHead } from './run-head.js';

interface Row {
  readonly label: string;
  readonly of: (run: ComparedRun) => ReactNode;
  /** Where what it counts is listed; nothing where a figure counts nobody. */
  readonly to?: (run: number) => string;
}

/** Every figure and every limit, a column for each run. */
export function FiguresTable({ comparison: { runs } }: { readonly comparison: Comparison }) {
  const t = useText(compareText);
  const groups = useGroups(runs);
  return (
    <section className="card scroll-x">
      <table className="list figures">
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
            {rows.map(({ label, of, to }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {runs.map((run) => (
                  <td key={run.run.id} className="num">
                    {to ? <Link to={to(run.run.id)}>{of(run)}</Link> : of(run)}
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

type Filters = Readonly<Record<string, string>>;
type To = (run: number) => string;

/** The people of a run, as the list of placements narrows them down. */
const placed =
  (filters: Filters = {}): To =>
  (run) =>
    `/placement?${new URLSearchParams({ run: String(run), ...filters }).toString()}`;

/** Another part of this view, about the one run. */
const ofOne =
  (part: string, filters: Filters = {}): To =>
  (run) =>
    `/scenarios?${new URLSearchParams({ runs: String(run), part, ...filters }).toString()}`;

/** The board of all blocks, whose cells lead to names. */
const board =
  (show?: string): To =>
  (run) =>
    boardLink(run, { block: 'all', ...(show !== undefined && { show }) });

const ofLimits: To = (run) => `/law/limits?run=${run}`;

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
        {
          label: t.requiredUnfilled,
          of: ({ run }) => number(run.levels.requiredUnfilled),
          to: board('shortage'),
        },
        {
          label: t.withoutSeat,
          of: ({ run }) => number(run.levels.withoutSeat),
          to: placed({ outcome: 'surplus' }),
        },
        { label: t.fit, of: ({ run }) => number(run.levels.fit) },
        {
          label: t.wishes,
          of: ({ run }) => number(run.levels.wishes),
          to: (run) => wishesLink(run, { list: 'unmet' }),
        },
        { label: t.distanceKm, of: ({ run }) => number(run.levels.distanceKm) },
        {
          label: t.moved,
          of: ({ run }) => number(run.levels.moved),
          to: placed({ movement: 'transfer' }),
        },
      ],
    },
    {
      title: t.people,
      rows: [
        { label: t.all, of: ({ lines }) => number(lines.people), to: placed() },
        {
          label: t.seated,
          of: ({ lines }) => number(lines.seated),
          to: placed({ outcome: 'seated' }),
        },
        {
          label: t.surplus,
          of: ({ lines }) => number(lines.surplus),
          to: placed({ outcome: 'surplus' }),
        },
        {
          label: t.leaving,
          of: ({ lines }) => number(lines.leaving),
          to: placed({ outcome: 'leaving' }),
        },
        { label: t.medianKm, of: ({ lines }) => km(lines.medianKm) },
        {
          label: t.longestKm,
          of: ({ lines }) => km(lines.longestKm),
          to: ofOne('people', { list: 'far' }),
        },
        {
          label: t.farWays(number(farKm)),
          of: ({ lines }) => number(lines.farWays),
          to: ofOne('people', { list: 'far' }),
        },
        {
          label: t.couplesApart,
          of: ({ couplesApart }) => number(couplesApart),
          to: ofOne('needs'),
        },
        { label: t.households, of: ({ households }) => number(households), to: ofOne('needs') },
      ],
    },
    {
      title: t.gap,
      rows: [
        { label: t.seats, of: ({ gap }) => number(gap.total.seats), to: board() },
        { label: t.surplus, of: ({ gap }) => number(gap.total.surplus), to: board('surplus') },
        { label: t.vacant, of: ({ gap }) => number(gap.total.vacant), to: board('vacant') },
        { label: t.misfit, of: ({ gap }) => number(gap.total.misfit), to: board('misfit') },
        { label: t.shortage, of: ({ gap }) => number(gap.total.shortage), to: board('shortage') },
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
      const { computed, allowed, verdict } = limit;
      return (
        <>
          {allowed === null ? shown(computed) : t.ofAllowed(shown(computed), shown(allowed))}{' '}
          {verdict !== 'held' && (
            <Tag className={`tag ${LOOKS[verdict]}`}>{l[`verdict.${verdict}`]}</Tag>
          )}
        </>
      );
    },
  }));
  const over = { label: t.unitsOver, of: ({ unitsOver }: ComparedRun) => number(unitsOver) };
  return [...rows, over].map((row) => ({ ...row, to: ofLimits }));
}
