import type { BlockCode, Scope, Summary, Unit } from './api/shapes.js';
import { BLOCKS } from './blocks.js';
import { useInside } from './session.js';

/** The blocks that an officer of one block answers for, as the API shows them. */
const BLOCKS_OF: Readonly<Record<string, readonly BlockCode[]>> = {
  government: ['government', 'military', 'public-service'],
  party: ['party', 'front'],
};

/** A unit that somebody answers for. */
export interface OwnUnit {
  readonly code: string;
  readonly name: string;
}

export interface Reach {
  /** The units of a leader or manager; empty for whoever has the whole province, or none. */
  readonly units: readonly OwnUnit[];
  /** Whether the own commune is all that this person's work is about. */
  readonly ofOneCommune: boolean;
  readonly blocks: readonly BlockCode[];
  /** The block to begin with: one outside of the reach would show nothing at all. */
  readonly firstBlock: Scope;
  /** The names of the units that the figures are of; null = no such limit. */
  readonly unitNames: readonly string[] | null;
  /** The units that there are figures of. Others must not look as if they had none missing. */
  readonly within: (units: readonly Unit[], summary: Summary) => readonly Unit[];
}

/** How far the figures of whoever is signed in go. Only shows or hides: the API decides. */
export function useReach(): Reach {
  const { account } = useInside().session;
  const own = BLOCKS_OF[account?.block ?? ''];
  const hasUnits = account?.role === 'manager' || account?.role === 'leader';
  const units = hasUnits
    ? account.scope.map(({ unitCode, unitName }) => ({
        code: unitCode,
        name: unitName ?? unitCode,
      }))
    : [];
  return {
    units,
    ofOneCommune: account?.role === 'leader',
    blocks: own ?? BLOCKS,
    firstBlock: own?.includes('government') === false ? 'all' : 'government',
    unitNames: hasUnits ? units.map(({ name }) => name) : null,
    within: hasUnits ? withFigures : (units) => units,
  };
}

function withFigures(units: readonly Unit[], summary: Summary): readonly Unit[] {
  const codes = new Set(summary.communes.map(({ communeCode }) => communeCode));
  return units.filter(({ code }) => codes.has(code));
}
