import { positionsOn } from '../placement/cells.js';
import { Territory } from '../placement/territory.js';
import type { PersonFact, PositionFact, ScenarioFacts } from '../scenario/facts.js';
import { POSITION_GROUPS } from '../rules/vocabulary.js';
import { dayBefore } from '../shared/day.js';
import { byCodePoint } from '../shared/text.js';
import type { PlanRow, StoredProposal } from './report-data.js';

/** A line of the plan with what it was made of. */
export interface PlannedPerson {
  readonly row: PlanRow;
  readonly person: PersonFact;
  readonly proposal: StoredProposal;
}

/** What the names of units and positions are looked up in. */
interface Names {
  readonly territory: Territory;
  readonly positions: ReadonlyMap<string, PositionFact>;
  readonly oldPositions: ReadonlyMap<string, PositionFact>;
}

/**
 * The proposals of a run in words: by commune, division, position (leaders first), then those with a seat before those
 * without, then by person key. Those who leave stand last.
 */
export function plannedPeople(
  facts: ScenarioFacts,
  proposals: readonly StoredProposal[],
): PlannedPerson[] {
  const names: Names = {
    territory: new Territory(facts),
    positions: positionsOn(facts, facts.effectiveOn),
    oldPositions: positionsOn(facts, dayBefore(facts.effectiveOn)),
  };
  const people = new Map(facts.people.map((person) => [person.key, person]));
  return proposals
    .flatMap((proposal) => {
      const person = people.get(proposal.personKey);
      return person ? [{ row: planRow(names, person, proposal), person, proposal }] : [];
    })
    .sort(byPlace);
}

function planRow(names: Names, person: PersonFact, proposal: StoredProposal): PlanRow {
  const { territory } = names;
  const unit = territory.unitAfter(proposal.unitCode ?? '');
  const commune = territory.rootAfter(proposal.unitCode ?? '');
  const position = names.positions.get(proposal.positionCode ?? '');
  return {
    fullName: person.fullName,
    personalNumber: proposal.personalNumber,
    birthYear: person.bornOn?.slice(0, 4) ?? null,
    oldUnit: territory.unitBefore(person.unitCode)?.name ?? person.unitCode,
    oldDistrict: districtOf(territory, person.unitCode),
    oldPosition: names.oldPositions.get(person.positionCode)?.name ?? person.positionCode,
    outcome: proposal.outcome,
    communeCode: commune?.code ?? null,
    commune: commune?.name ?? proposal.unitCode,
    division: unit && unit !== commune ? unit.name : null,
    position: position?.name ?? proposal.positionCode,
    group: position?.group ?? null,
    movement: proposal.movement,
    distanceKm: hasDistance(territory, person, proposal) ? proposal.distanceKm : null,
    fit: proposal.fit,
    failedTests: proposal.failedTests,
    reason: proposal.reason,
  };
}

function hasDistance(territory: Territory, person: PersonFact, proposal: StoredProposal): boolean {
  if (proposal.outcome === 'leaving') return false;
  return person.homePoint !== null || territory.pointBefore(person.unitCode) !== null;
}

/** Name of the district that an old unit was or lay in. */
function districtOf(territory: Territory, unitCode: string): string | null {
  let unit = territory.unitBefore(unitCode);
  for (let steps = 0; unit && unit.level !== 'district' && steps < 16; steps++) {
    unit = territory.unitBefore(unit.parentCode ?? '');
  }
  return unit?.level === 'district' ? unit.name : null;
}

function byPlace(a: PlannedPerson, b: PlannedPerson): number {
  return (
    Number(a.proposal.outcome === 'leaving') - Number(b.proposal.outcome === 'leaving') ||
    byCodePoint(a.row.communeCode ?? '', b.row.communeCode ?? '') ||
    byCodePoint(a.proposal.unitCode ?? '', b.proposal.unitCode ?? '') ||
    groupOrder(a.row) - groupOrder(b.row) ||
    byCodePoint(a.proposal.positionCode ?? '', b.proposal.positionCode ?? '') ||
    byCodePoint(a.proposal.outcome, b.proposal.outcome) ||
    byCodePoint(a.person.key, b.person.key)
  );
}

function groupOrder({ group }: PlanRow): number {
  return group === null ? POSITION_GROUPS.length : POSITION_GROUPS.indexOf(group);
}
