import { createContext, useContext } from 'react';

import type { AssessedUnit, MapNewUnit, MapOldUnit } from '../../../lib/api/shapes.js';
import type { MapDraft } from './map-draft.js';
import type { UnitMark } from './unit-colours.js';

/** All that the lists, the map and the editor share. */
export interface Desk {
  readonly draft: MapDraft;
  readonly movable: boolean;
  readonly oldUnits: readonly MapOldUnit[];
  readonly newUnits: readonly MapNewUnit[];
  readonly oldBy: ReadonlyMap<string, MapOldUnit>;
  readonly newBy: ReadonlyMap<string, MapNewUnit>;
  readonly assessed: ReadonlyMap<string, AssessedUnit>;
  readonly marks: ReadonlyMap<string, UnitMark>;
  /** The old unit that is chosen: looked at, and carried to where it is put next. */
  readonly chosen: string | null;
  /** Whether the chosen one was picked up and waits for a place. */
  readonly carrying: boolean;
  /** The new unit that is looked at; list and map show the same. */
  readonly looked: string | null;
  /** By keyboard the focus is led to the new units. */
  readonly walking: boolean;
  /** A new unit that was given a part just now: its share waits to be typed. */
  readonly freshPart: string | null;
  readonly seen: () => void;
  readonly choose: (oldCode: string | null, how?: { carry: boolean; walk: boolean }) => void;
  readonly look: (newCode: string | null) => void;
  /** Puts the carried unit there; where none is carried the unit is looked at. */
  readonly put: (newCode: string, inPart: boolean) => void;
  readonly change: (next: MapDraft) => void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('used outside the desk of the map');
  return desk;
}

/** What is crossed by the pointer; apart from the rest, since it changes all the time. */
export const HoverContext = createContext<{
  readonly hover: string | null;
  readonly setHover: (newCode: string | null) => void;
}>({ hover: null, setHover: () => undefined });
