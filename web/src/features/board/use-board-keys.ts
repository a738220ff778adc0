import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';

import { isDirection, nearest } from './arrow-move.js';
import type { Carried } from './carry.js';

const CARDS_AND_SEATS = '[data-card], [data-seat]';
const SEATS = '[data-seat]';

interface Ways {
  readonly carried: Carried | null;
  readonly movable: boolean;
  readonly pick: (who: Carried) => void;
  readonly letGo: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** The whole job by keyboard: arrows walk, Enter and Space pick up and put down, Escape lets go. */
export function useBoardKeys(root: RefObject<HTMLElement | null>, ways: Ways) {
  useHistoryKeys(ways);
  // One stop of the board is in the order of the Tab key: the last one that had the focus.
  useEffect(() => {
    const stops = stopsIn(root.current, CARDS_AND_SEATS);
    if (!stops.some((stop) => stop.tabIndex === 0) && stops[0]) stops[0].tabIndex = 0;
  });
  return {
    onFocus: (event: { target: EventTarget }) => {
      const stop = asStop(event.target);
      if (!stop) return;
      for (const each of stopsIn(root.current, CARDS_AND_SEATS)) each.tabIndex = -1;
      stop.tabIndex = 0;
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Escape' && ways.carried) {
        event.preventDefault();
        ways.letGo();
        return;
      }
      const stop = asStop(event.target);
      if (!stop) return;
      if ((event.key === 'Enter' || event.key === ' ') && stop.dataset['card'] && ways.movable) {
        event.preventDefault();
        pickUp(root.current, stop, ways.pick);
      }
      if (!isDirection(event.key)) return;
      event.preventDefault();
      const stops = stopsIn(root.current, ways.carried ? SEATS : CARDS_AND_SEATS);
      const others = stops.filter((each) => each !== stop);
      const boxes = others.map((each) => each.getBoundingClientRect());
      others[nearest(stop.getBoundingClientRect(), boxes, event.key)]?.focus();
    },
  };
}

/** Undoing works wherever the focus is, but for a field that is typed in, which has its own. */
function useHistoryKeys(ways: Pick<Ways, 'undo' | 'redo'>): void {
  const latest = useRef(ways);
  latest.current = ways;
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!isHistory(event)) return;
      event.preventDefault();
      if (isRedo(event)) latest.current.redo();
      else latest.current.undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** Picks a person up and goes to the seat they come from, else to the first. */
function pickUp(root: HTMLElement | null, card: HTMLElement, pick: Ways['pick']): void {
  pick({ staffId: Number(card.dataset['card']), fullName: card.dataset['name'] ?? '' });
  const seats = stopsIn(root, SEATS);
  const own = seats.find((seat) => seat.dataset['seat'] === card.dataset['at']) ?? seats[0];
  own?.focus();
}

function stopsIn(root: HTMLElement | null, selector: string): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

function asStop(target: EventTarget): HTMLElement | null {
  return target instanceof HTMLElement && target.matches(CARDS_AND_SEATS) ? target : null;
}

function isHistory(event: globalThis.KeyboardEvent): boolean {
  const isTyping = event.target instanceof HTMLInputElement;
  const key = event.key.toLowerCase();
  return (event.ctrlKey || event.metaKey) && !isTyping && (key === 'z' || key === 'y');
}

function isRedo(event: globalThis.KeyboardEvent): boolean {
  return event.key.toLowerCase() === 'y' || event.shiftKey;
}
