import { useState } from 'react';

import { isSame, type MapDraft } from './map-draft.js';

interface History {
  readonly past: readonly MapDraft[];
  readonly now: MapDraft;
  readonly future: readonly MapDraft[];
}

export interface DraftActs {
  readonly draft: MapDraft;
  readonly change: (next: MapDraft) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly mayUndo: boolean;
  readonly mayRedo: boolean;
  /** Begins anew, with what is drawn on it already. */
  readonly begin: (base: MapDraft, drawn: MapDraft) => void;
}

/** A map being drawn, with the way back and forth. */
export function useMapDraft(base: MapDraft): DraftActs {
  const [{ past, now, future }, set] = useState<History>({ past: [], now: base, future: [] });
  return {
    draft: now,
    change: (next) =>
      set((was) =>
        isSame(was.now, next) ? was : { past: [...was.past, was.now], now: next, future: [] },
      ),
    undo: () =>
      set((was) => {
        const last = was.past.at(-1);
        if (!last) return was;
        return { past: was.past.slice(0, -1), now: last, future: [was.now, ...was.future] };
      }),
    redo: () =>
      set((was) => {
        const [next, ...rest] = was.future;
        return next ? { past: [...was.past, was.now], now: next, future: rest } : was;
      }),
    mayUndo: past.length > 0,
    mayRedo: future.length > 0,
    begin: (fresh, drawn) =>
      set(
        isSame(fresh, drawn)
          ? { past: [], now: fresh, future: [] }
          : { past: [fresh], now: drawn, future: [] },
      ),
  };
}
