import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { Answered } from '../../components/states.js';
import type { Run, Scope, Summary } from '../../lib/api/shapes.js';
import { summaryQuery } from '../../lib/api/summary.js';
import type { RunChoice } from '../../lib/runs.js';

/** A run and what the API sums for it. */
export interface Side {
  readonly run: Run;
  readonly summary: Summary;
}

/** What was done, what a rule alone would do and what could be done (null where no such run exists). */
export interface BothSides {
  readonly before: Side;
  readonly seniority: Side | null;
  readonly after: Side | null;
}

interface Props {
  readonly before: RunChoice;
  readonly seniority: RunChoice | null;
  readonly after: RunChoice | null;
  readonly block: Scope;
  readonly children: (sides: BothSides) => ReactNode;
}

export function Sides({ before, seniority, after, block, children }: Props) {
  const first = useQuery(summaryQuery({ run: before.run.id }, block));
  const second = useSummary(after, block);
  const third = useSummary(seniority, block).data;
  return (
    <Answered query={first} rows={12}>
      {(summary) => {
        const bySeniority =
          seniority !== null && third !== undefined ? { run: seniority.run, summary: third } : null;
        const sides = { before: { run: before.run, summary }, seniority: bySeniority, after: null };
        if (after === null) return children(sides);
        return (
          <Answered query={second} rows={12}>
            {(other) => children({ ...sides, after: { run: after.run, summary: other } })}
          </Answered>
        );
      }}
    </Answered>
  );
}

function useSummary(choice: RunChoice | null, block: Scope) {
  const query = summaryQuery({ run: choice?.run.id ?? 0 }, block);
  return useQuery({ ...query, enabled: choice !== null });
}
