import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import { importRowsQuery, type RowsPage } from '../../../lib/api/import-rows.js';
import type { Batch, Severity } from '../../../lib/api/shapes.js';
import { useQueryParams } from '../../../lib/query-params.js';
import { faultFrom, gridOf, type At, type Grid } from './grid-model.js';
import { ROWS_A_PAGE } from './row-filter.js';

interface Asked {
  readonly batch: Batch;
  readonly grid: Grid;
  readonly at: At;
  readonly asked: RowsPage;
  readonly total: number;
  readonly stale: boolean;
  readonly go: (at: At, focus: boolean) => void;
}

export interface NextFault {
  readonly jump: (back: boolean) => void;
  readonly looking: boolean;
  /** Nothing was found in that direction. */
  readonly none: boolean;
}

/** Leads from faulty cell to faulty cell, over the pages too. */
export function useNextFault({ batch, grid, at, asked, total, stale, go }: Asked): NextFault {
  const client = useQueryClient();
  const params = useQueryParams();
  const [looking, setLooking] = useState(false);
  const [none, setNone] = useState(false);
  const begun = useRef(false);
  const [found, setFound] = useState<{ readonly page: number; readonly at: At } | null>(null);
  const page = asked.offset / ROWS_A_PAGE;
  const severity = soughtIn(batch, asked.severity);
  useEffect(() => {
    if (found === null || stale || found.page !== page) return;
    setFound(null);
    go(found.at, true);
  }, [found, stale, page]);
  const search = async (back: boolean) => {
    const last = Math.ceil(total / ROWS_A_PAGE) - 1;
    const step = back ? -1 : 1;
    // Pressed once more after nothing was found: from the other end.
    const from = none ? (back ? last : 0) : page + step;
    for (let each = from; each >= 0 && each <= last; each += step) {
      const query = importRowsQuery(batch.id, { ...asked, offset: each * ROWS_A_PAGE });
      const { items } = await client.fetchQuery(query);
      const there = gridOf(items, grid.columns);
      const fault = faultFrom(there, { from: null, severity, back });
      if (fault === null) continue;
      setNone(false);
      setFound({ page: each, at: fault });
      params.set({ page: each === 0 ? null : String(each + 1) });
      return;
    }
    setNone(true);
  };
  const jump = (back: boolean) => {
    // The first time the cell that the focus is on may itself be the one.
    const start = begun.current ? at : null;
    begun.current = true;
    const here = none ? null : faultFrom(grid, { from: start, severity, back });
    if (here !== null) return go(here, true);
    setLooking(true);
    void search(back)
      .catch(() => setNone(true))
      .finally(() => setLooking(false));
  };
  return { jump, looking, none };
}

/** What the reader looks through; without a choice errors, and warnings once there are none. */
function soughtIn({ errors, warnings }: Batch, chosen: string | null): Severity {
  if (chosen === 'error' || chosen === 'warning' || chosen === 'note') return chosen;
  if (errors > 0) return 'error';
  return warnings > 0 ? 'warning' : 'note';
}
