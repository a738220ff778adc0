import { UNIT_LEVELS, type DivisionKind } from '../rules/vocabulary.js';
import type { SuccessionFact, UnitFact } from '../scenario/facts.js';
import type { Day } from '../shared/day.js';
import { byCodePoint } from '../shared/text.js';
import { divisionCode, divisionName } from './division.rules.js';
import type { SeatRow } from './seat-row.js';

/** A unit to be created; it starts on the effective day. Divisions need no draft: the seats name them. */
export type UnitDraft = Omit<UnitFact, 'startsOn' | 'isNew'>;

interface UnitsInput {
  readonly effectiveOn: Day;
  readonly inForce: readonly UnitFact[];
  readonly newUnits: readonly UnitDraft[];
  readonly successions: readonly Pick<SuccessionFact, 'oldCode'>[];
  readonly closes: readonly string[];
  readonly seats: readonly Pick<SeatRow, 'unitCode' | 'divisionKind'>[];
}

const byCode = (a: { readonly code: string }, b: { readonly code: string }): number =>
  byCodePoint(a.code, b.code);

/** The lowest unit that holds the seats of a row. */
export function seatUnitCode(row: Pick<SeatRow, 'unitCode' | 'divisionKind'>): string {
  return row.divisionKind === null ? row.unitCode : divisionCode(row.unitCode, row.divisionKind);
}

/**
 * Units in force on the eve that end: those succeeded, those named, those whose code a new unit takes, and everything
 * under them.
 */
export function closedUnits(input: Omit<UnitsInput, 'effectiveOn' | 'seats'>): UnitFact[] {
  const ends = new Set([
    ...input.successions.map((row) => row.oldCode),
    ...input.newUnits.map((unit) => unit.code),
    ...input.closes,
  ]);
  const parentOf = new Map(input.inForce.map((unit) => [unit.code, unit.parentCode]));
  const closes = (code: string): boolean => {
    for (let at: string | null | undefined = code, steps = 0; at && steps < MAX_DEPTH; steps++) {
      if (ends.has(at)) return true;
      at = parentOf.get(at);
    }
    return false;
  };
  return input.inForce.filter((unit) => closes(unit.code)).sort(byCode);
}

/** Province, district, commune, division; a deeper tree is a cycle. */
export const MAX_DEPTH = 16;

/** The drafted units and the divisions that their seats name; parents before children, then by code. */
export function createdUnits(input: UnitsInput): UnitFact[] {
  const drafts = new Map<string, UnitFact>();
  for (const draft of [...input.newUnits].sort(byCode)) {
    if (!drafts.has(draft.code)) {
      drafts.set(draft.code, { ...draft, startsOn: input.effectiveOn, isNew: true });
    }
  }
  return [...drafts.values(), ...createdDivisions(input, drafts)].sort(fromTheWhole);
}

/** The same units come in the same order, whether their divisions were drafted or follow from the seats. */
function fromTheWhole(a: UnitFact, b: UnitFact): number {
  return UNIT_LEVELS.indexOf(a.level) - UNIT_LEVELS.indexOf(b.level) || byCode(a, b);
}

function createdDivisions(input: UnitsInput, drafts: ReadonlyMap<string, UnitFact>): UnitFact[] {
  const divisions = new Map<string, UnitFact>();
  for (const { unitCode, divisionKind } of input.seats) {
    const unit = drafts.get(unitCode);
    if (!unit || divisionKind === null) continue;
    const division = divisionOf(unit, divisionKind);
    if (!drafts.has(division.code)) divisions.set(division.code, division);
  }
  return [...divisions.values()];
}

/** A division shares zone, border and point with its unit, so that boards by zone need no climb. */
function divisionOf(unit: UnitFact, kind: DivisionKind): UnitFact {
  return {
    ...unit,
    code: divisionCode(unit.code, kind),
    name: divisionName(unit.kind, kind),
    kind,
    level: 'division',
    parentCode: unit.code,
    areaKm2: null,
    population: null,
  };
}
