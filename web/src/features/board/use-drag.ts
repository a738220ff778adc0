import { useRef, type PointerEvent } from 'react';

/** So far a pointer moves before it is a drag and no click. */
const STARTS_AT_PX = 6;
/** So near to the edge of the window the page moves along. */
const EDGE_PX = 64;
const STEP_PX = 22;

/** What lies on a card, and what it is called. */
export interface Dragged<T> {
  readonly it: T;
  readonly name: string;
}

interface Doing<T> {
  readonly who: Dragged<T>;
  readonly x: number;
  readonly y: number;
  ghost: HTMLElement | null;
  target: string | null;
}

interface Ways<T> {
  /** What a card holds, by its `data-` words. */
  readonly read: (card: DOMStringMap) => Dragged<T>;
  readonly pick: (it: T) => void;
  readonly aim: (target: string | null) => void;
  /** @param inPart Shift was held. */
  readonly drop: (target: string, inPart: boolean) => void;
  readonly letGo: () => void;
}

/** Dragging with mouse or pen. A finger scrolls the page; it picks up and puts down by touching. */
export function useDrag<T>(movable: boolean, { read, pick, aim, drop, letGo }: Ways<T>) {
  const doing = useRef<Doing<T> | null>(null);
  const dragged = useRef(false);
  const end = () => {
    doing.current?.ghost?.remove();
    doing.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      dragged.current = false;
      const card = closest(event.target, '[data-card]');
      if (!movable || !card || event.button !== 0 || event.pointerType === 'touch') return;
      doing.current = {
        who: read(card.dataset),
        x: event.clientX,
        y: event.clientY,
        ghost: null,
        target: null,
      };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const it = doing.current;
      if (!it) return;
      if (!it.ghost) {
        if (Math.hypot(event.clientX - it.x, event.clientY - it.y) < STARTS_AT_PX) return;
        dragged.current = true;
        it.ghost = ghostOf(it.who.name);
        event.currentTarget.setPointerCapture(event.pointerId);
        pick(it.who.it);
      }
      it.ghost.style.transform = `translate(${event.clientX + 12}px, ${event.clientY + 8}px)`;
      scrollAtEdge(event.clientY);
      const under = document.elementFromPoint(event.clientX, event.clientY);
      const target = closest(under, '[data-drop]')?.dataset['drop'] ?? null;
      if (target === it.target) return;
      it.target = target;
      aim(target);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const it = doing.current;
      end();
      if (!it?.ghost) return;
      if (it.target === null) letGo();
      else drop(it.target, event.shiftKey);
    },
    onPointerCancel: () => {
      const wasCarried = doing.current?.ghost;
      end();
      if (wasCarried) letGo();
    },
    /** The click that follows a drag is none. */
    onClickCapture: (event: { stopPropagation: () => void; preventDefault: () => void }) => {
      if (!dragged.current) return;
      dragged.current = false;
      event.stopPropagation();
      event.preventDefault();
    },
  };
}

function closest(from: unknown, selector: string): HTMLElement | null {
  return from instanceof Element ? from.closest<HTMLElement>(selector) : null;
}

function ghostOf(name: string): HTMLElement {
  const ghost = document.createElement('div');
  ghost.className = 'drag-ghost';
  ghost.textContent = name;
  document.body.append(ghost);
  return ghost;
}

function scrollAtEdge(y: number): void {
  if (y < EDGE_PX) window.scrollBy(0, -STEP_PX);
  else if (y > window.innerHeight - EDGE_PX) window.scrollBy(0, STEP_PX);
}
