import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';

interface Ways {
  readonly chosen: string | null;
  readonly carrying: boolean;
  readonly walking: boolean;
  readonly letGo: () => void;
  readonly put: (newCode: string, inPart: boolean) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** The whole job by keyboard: Enter picks up, arrows walk the new units, Enter puts down, Escape lets go. */
export function useMapKeys(root: RefObject<HTMLElement | null>, ways: Ways) {
  useHistoryKeys(ways);
  useCarriedFocus(root, ways);
  return {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const stop = event.target instanceof HTMLElement ? event.target : null;
      if (!stop || !ways.carrying || stop instanceof HTMLInputElement) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        const { chosen } = ways;
        ways.letGo();
        root.current?.querySelector<HTMLElement>(`.old-unit[data-card="${chosen ?? ''}"]`)?.focus();
      }
      const newCode = stop.dataset['new'];
      if (newCode === undefined) return;
      if (event.key === 'Enter') {
        event.preventDefault();
        ways.put(newCode, event.shiftKey);
        return;
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const stops = [...(root.current?.querySelectorAll<HTMLElement>('[data-new]') ?? [])];
      stops[(stops.indexOf(stop) + step + stops.length) % stops.length]?.focus();
    },
  };
}

/** Whatever is picked up by keyboard leads to the new unit that holds it now. */
function useCarriedFocus(
  root: RefObject<HTMLElement | null>,
  { chosen, walking }: Pick<Ways, 'chosen' | 'walking'>,
): void {
  useEffect(() => {
    if (!walking || chosen === null) return;
    const card = root.current?.querySelector(`.new-unit:has([data-card="${chosen}"]) [data-new]`);
    const first = card ?? root.current?.querySelector('[data-new]');
    if (first instanceof HTMLElement) first.focus();
  }, [root, chosen, walking]);
}

/** Undoing works wherever the focus is, but for a field that is typed in, which has its own. */
function useHistoryKeys(ways: Pick<Ways, 'undo' | 'redo'>): void {
  const latest = useRef(ways);
  latest.current = ways;
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement) return;
      if (event.target instanceof HTMLTextAreaElement) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) latest.current.redo();
      else latest.current.undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
