import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { correctMutation } from '../../../lib/api/repair-roster.js';
import type { TypedCell } from '../../../lib/api/shapes.js';
import { cellKey } from './grid-model.js';

export interface TypedCells {
  /** Not in the database yet, by `cellKey`. */
  readonly texts: ReadonlyMap<string, TypedCell>;
  readonly type: (cell: TypedCell) => void;
  /** Sends again what was refused. */
  readonly again: () => void;
  readonly drop: () => void;
  readonly error: Error | null;
}

const NONE: ReadonlyMap<string, TypedCell> = new Map();

/**
 * Cells that were typed and go to the API while the reader types on: what comes during a check goes with the next one. A
 * refusal keeps all of it.
 */
export function useTypedCells(batchId: number): TypedCells {
  const { mutate, reset, isPending, error } = useMutation(
    correctMutation(useQueryClient(), batchId),
  );
  const [texts, setTexts] = useState(NONE);
  useEffect(() => {
    if (texts.size === 0 || isPending || error !== null) return;
    const sent = [...texts.values()];
    mutate(sent, { onSuccess: () => setTexts((now) => without(now, sent)) });
  }, [texts, isPending, error, mutate]);
  return {
    ...{ texts, error },
    type: (cell) => {
      reset();
      setTexts((now) => new Map(now).set(cellKey(cell, cell.column), cell));
    },
    again: reset,
    drop: () => {
      reset();
      setTexts(NONE);
    },
  };
}

/** Without what was sent; a cell that was typed once more in the meantime stays. */
function without(now: ReadonlyMap<string, TypedCell>, sent: readonly TypedCell[]) {
  return new Map([...now].filter(([, cell]) => !sent.includes(cell)));
}
