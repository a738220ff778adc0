import { createContext, useContext } from 'react';

import type { Change } from '../../lib/api/shapes.js';

/** Who is carried over the board. */
export interface Carried {
  readonly staffId: number;
  readonly fullName: string;
}

/** Who lies on a card. */
export function readCard({ card, name = '' }: DOMStringMap): {
  readonly it: Carried;
  readonly name: string;
} {
  return { it: { staffId: Number(card), fullName: name }, name };
}

/** Where somebody may be put: the code of a position of the commune, or out of the service. */
export type Target = string;
export const LEAVE = '~leave';

/** What is known of a seat for the one who is carried, before it is asked exactly. */
export type Hint =
  | { readonly kind: 'open'; readonly change: Change }
  | { readonly kind: 'closed'; readonly reason: string };

export interface Board {
  /** Whether people may be moved at all. */
  readonly movable: boolean;
  readonly carried: Carried | null;
  readonly hints: ReadonlyMap<Target, Hint>;
  readonly pick: (who: Carried) => void;
  readonly aim: (target: Target | null) => void;
  /** Puts the one who is carried down: asks for the reason, then pins. */
  readonly drop: (target: Target) => void;
  /** A seat that is looked at while nobody is carried. */
  readonly look: (target: Target | null) => void;
}

/** Where somebody is held over; apart from the rest, since it changes with every seat that is crossed. */
export const AimContext = createContext<Target | null>(null);

export function useAim(): Target | null {
  return useContext(AimContext);
}

export const BoardContext = createContext<Board | null>(null);

export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (board === null) throw new Error('used outside the board');
  return board;
}
