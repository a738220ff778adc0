import type { UnitFact } from '../../scenario/facts.js';
import type { MergerBreach } from '../breach.js';
import { criteriaOf } from '../criteria.rules.js';
import type { MergerPlan } from '../merger.plan.js';
import type { MapFacts, MapRow } from './map-rows.js';

/** A new commune under a map, beside what the law asks of it. */
export interface AssessedUnit {
  readonly code: string;
  readonly parts: number;
  /** People who follow their old unit into it. */
  readonly people: number;
  /** null = unknown under this map. */
  readonly areaKm2: number | null;
  readonly population: number | null;
  /** null = the province has not said what land it is. */
  readonly needsAreaKm2: number | null;
  readonly needsPopulation: number | null;
  readonly verdict: 'met' | 'not-met' | 'unknown' | 'not-examined';
  /** Why it is not examined. */
  readonly reason: 'unmerged' | 'many-parts' | 'island' | 'land-unknown' | null;
}

export interface AssessedMap {
  readonly rows: readonly MapRow[];
  readonly units: readonly AssessedUnit[];
  readonly peopleToDecide: number;
  readonly breaches: readonly MergerBreach[];
}

/** Each new commune of a plan beside the law's criteria, and all that stands against the plan. */
export function assessedMap(facts: MapFacts, plan: MergerPlan): AssessedMap {
  const inForce = facts.units.filter(({ isNew }) => !isNew);
  const created = facts.units.filter(({ isNew, level }) => isNew && level === 'commune');
  const communes = new Set(inForce.filter(({ level }) => level === 'commune').map(codeOf));
  const examined = criteriaOf({ ...facts, inForce, newUnits: created });
  const people = new Map<string, number>();
  for (const { newCode, headcount } of plan.carried)
    people.set(newCode, (people.get(newCode) ?? 0) + headcount);
  const rows = facts.successions.filter(({ oldCode }) => communes.has(oldCode));
  return {
    rows: rows.map(({ basis: _basis, ...row }) => row),
    units: created.map((unit) => {
      const found = examined?.find((each) => each.unit.code === unit.code);
      return {
        ...{ code: unit.code, areaKm2: unit.areaKm2, population: unit.population },
        people: people.get(unit.code) ?? 0,
        parts: found?.parts ?? rows.filter(({ newCode }) => newCode === unit.code).length,
        needsAreaKm2: found?.needs?.areaKm2 ?? null,
        needsPopulation: found?.needs?.population ?? null,
        verdict: found ? verdictOf(found.answer) : 'not-examined',
        reason: found ? found.answer.reason : 'land-unknown',
      };
    }),
    peopleToDecide: plan.peopleToDecide.reduce((sum, { headcount }) => sum + headcount, 0),
    breaches: plan.breaches,
  };
}

function verdictOf(answer: {
  readonly examined: boolean;
  readonly meets: boolean | null;
}): AssessedUnit['verdict'] {
  if (!answer.examined) return 'not-examined';
  if (answer.meets === null) return 'unknown';
  return answer.meets ? 'met' : 'not-met';
}

function codeOf({ code }: Pick<UnitFact, 'code'>): string {
  return code;
}
