import type { UnitFact } from '../scenario/facts.js';
import { byCodePoint } from '../shared/text.js';
import type { MergerBreach } from './breach.js';
import { headcounts } from './carry.plan.js';
import { criteriaBreaches } from './criteria.rules.js';
import type { MergerInput } from './merger-input.js';
import { seatsMustBeCountable, seatsNeedAPosition, seatsNeedAUnit } from './merger-seats.rules.js';
import {
  codesThatChangeTheirName,
  newUnitsMustBeUnique,
  newUnitsWithoutOrigin,
  noDistrictGoesOn,
  parentsMustExist,
  peopleNeedAUnit,
} from './merger.rules.js';
import {
  closedUnitsMustHaveSuccessors,
  oldUnitsMustBeInForce,
  oneSuccessorIsMain,
  sharesMustAddUp,
  successorsMustExist,
  wholeUnitsPassOnce,
} from './succession.rules.js';

const SEVERITIES = ['error', 'warning', 'note'];

/** Everything that stands against a merger, or must be known: errors first, then by code and unit. */
export function mergerBreaches(input: MergerInput, closed: readonly UnitFact[]): MergerBreach[] {
  const gone = new Set(closed.map((unit) => unit.code));
  const goOn = input.inForce.filter((unit) => !gone.has(unit.code));
  const afterwards = [...goOn, ...input.newUnits];
  return [
    ...oldUnitsMustBeInForce(input.successions, input.inForce),
    ...successorsMustExist(input.successions, afterwards),
    ...closedUnitsMustHaveSuccessors(closed.filter(needsItsOwnSuccessor(input)), input.successions),
    ...oneSuccessorIsMain(input.successions),
    ...sharesMustAddUp(input.successions),
    ...wholeUnitsPassOnce(input.successions),
    ...newUnitsMustBeUnique(input.newUnits),
    ...parentsMustExist(input.newUnits, afterwards),
    ...noDistrictGoesOn(goOn, input.effectiveOn, input.parameters),
    ...peopleNeedAUnit(headcounts(input.people), input.inForce),
    ...seatsNeedAUnit(input.seats, afterwards),
    ...seatsNeedAPosition(input.seats, input.positions, input.effectiveOn),
    ...seatsMustBeCountable(input.seats),
    ...newUnitsWithoutOrigin(input.newUnits, input.successions),
    ...codesThatChangeTheirName(input.newUnits, closed),
    ...criteriaBreaches(input),
  ].sort(bySeverity);
}

function bySeverity(a: MergerBreach, b: MergerBreach): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    byCodePoint(a.code, b.code) ||
    byCodePoint(a.unitCode, b.unitCode) ||
    byCodePoint(a.message, b.message)
  );
}

/** A division follows the unit above it; every other unit, and a division closed by name, needs its own row. */
function needsItsOwnSuccessor(input: MergerInput): (unit: UnitFact) => boolean {
  const named = new Set(input.closes);
  return (unit) => unit.level !== 'division' || named.has(unit.code);
}
