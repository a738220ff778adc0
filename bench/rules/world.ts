import type { AffectedPerson } from '../../src/effect/affected.plan.js';
import type { CellFact } from '../../src/forecast/future-cells.plan.js';
import type { LimitHolder } from '../../src/limits/limit-facts.js';
import type { LimitFacts } from '../../src/limits/limits.plan.js';
import type { AllowanceMove } from '../../src/rules/kept-allowance.rules.js';
import type { PayGrade, RankStep } from '../../src/rules/rank-ladder.rules.js';
import type { FitPosition, RankOnLadder } from '../../src/rules/fit.rules.js';
import { NO_GO_CASES } from '../../src/rules/vocabulary.js';

/** A person with everything that any rule asks. */
export interface RulesPerson extends AffectedPerson {
  readonly ranks: readonly string[];
  readonly move: AllowanceMove;
  readonly pay: PayGrade;
  readonly coefficient: number | null;
  readonly positionAllowance: number | null;
  readonly overGradePercent: number | null;
  readonly insuranceYears: number | null;
}

export interface RulesWorld {
  readonly people: readonly RulesPerson[];
  readonly holders: readonly LimitHolder[];
  readonly facts: LimitFacts;
  readonly cells: readonly CellFact[];
  readonly position: FitPosition;
  readonly relatedMajors: readonly (readonly [string, string])[];
  readonly ranks: readonly RankOnLadder[];
}

/** The ladder of a specialist. */
export const STEPS: readonly RankStep[] = Array.from({ length: 9 }, (_none, at) => ({
  step: at + 1,
  coefficient: Number((2.34 + 0.33 * at).toFixed(2)),
}));

const MAJORS = ['finance', 'law', 'land', 'it', 'economics'];
const RANKS = ['01.002', '01.003', '01.004', '01.005'];
const PEOPLE_A_COMMUNE = 66;
const POSITIONS = 45;

/** So many people in communes of 66, spread over ages, ranks, majors and positions; the same each time. */
export function rulesWorld(size: number): RulesWorld {
  const position: FitPosition = {
    ...{ minDegree: 'university', majorGroups: ['finance', 'law'], ranks: ['01.003'] },
    certificates: [],
  };
  const people = Array.from({ length: size }, (_none, at) => personAt(at, position));
  const holders = people.map((person, at) => holderAt(person, at));
  return {
    ...{ people, holders, position, cells: cellsOf(holders) },
    facts: factsOf(holders),
    relatedMajors: [
      ['economics', 'finance'],
      ['finance', 'economics'],
    ],
    ranks: RANKS.map((code, at) => ({ code, ladder: 'administrative', level: 4 - at })),
  };
}

function personAt(at: number, position: FitPosition): RulesPerson {
  const year = 1964 + (at % 40);
  const month = 1 + (at % 12);
  return {
    ...{ staffId: at + 1, sex: at % 2 === 0 ? 'male' : 'female' },
    bornOn: at % 10 === 0 ? String(year) : `${year}-${String(month).padStart(2, '0')}`,
    ...{ recruitedOn: `${year + 24}-07-01`, degree: at % 7 === 0 ? 'college' : 'university' },
    majorGroup: MAJORS[at % MAJORS.length] ?? null,
    ...{
      rank: RANKS[at % RANKS.length] ?? null,
      certificates: [],
      position,
      ranks: position.ranks,
    },
    conditions: at % 20 === 0 ? [conditionAt(at)] : [],
    move: {
      ...{ startsOn: '2026-01-15', oldCoefficient: 0.5, newCoefficient: 0.3 },
      ...{ termEndsOn: null, rotationEndsOn: null },
    },
    pay: {
      coefficient: STEPS[at % STEPS.length]?.coefficient ?? 2.34,
      step: null,
      overGradePercent: null,
    },
    ...{ coefficient: 2.34 + 0.33 * (at % 9), positionAllowance: at % 5 === 0 ? 0.3 : null },
    ...{ overGradePercent: null, insuranceYears: at % 30 },
  };
}

function conditionAt(at: number): AffectedPerson['conditions'][number] {
  const found = NO_GO_CASES[at % NO_GO_CASES.length] ?? 'other';
  return { case: found, startsOn: '2026-01-01', endsOn: '2027-01-01', liftedByRequest: false };
}

function holderAt(person: RulesPerson, at: number): LimitHolder {
  const commune = String(Math.floor(at / PEOPLE_A_COMMUNE)).padStart(5, '0');
  const { staffId, bornOn, sex, rank, recruitedOn, ranks } = person;
  const positionCode = at % 33 === 0 ? 'UBND-PCT' : at % 17 === 0 ? 'L4-KT' : `O${at % POSITIONS}`;
  return {
    ...{ staffId, bornOn, sex, rank, recruitedOn, ranks, positionCode },
    ...{ fullName: `Người ${staffId}`, communeCode: commune, communeName: `Xã ${commune}` },
    ...{ unitCode: `${commune}.KT`, unitName: 'Phòng Kinh tế', positionName: positionCode },
    ...{ level: 'commune', block: 'government', main: true, endsOn: null },
    ...{ seated: at % 10 !== 0, qualified: at % 4 !== 0, absent: false, covers: false },
  };
}

function cellsOf(holders: readonly LimitHolder[]): CellFact[] {
  const cells = new Map<string, CellFact & { surplus: number; misfit: number }>();
  for (const { communeCode, unitCode, positionCode, block, seated, qualified } of holders) {
    const key = `${unitCode} ${positionCode}`;
    const cell = cells.get(key) ?? {
      ...{ communeCode, unitCode, positionCode, block },
      ...{ seats: 2, surplus: 0, vacant: 0, misfit: 0, cover: 0 },
    };
    if (!seated) cell.surplus += 1;
    else if (!qualified) cell.misfit += 1;
    cells.set(key, cell);
  }
  return [...cells.values()];
}

function factsOf(holders: readonly LimitHolder[]): LimitFacts {
  const communes = [...new Set(holders.map(({ communeCode }) => communeCode))];
  return {
    ...{ day: '2026-06-01', holders },
    blocks: communes.map((code) => ({
      ...{ communeCode: code, communeName: `Xã ${code}`, level: 'commune' },
      ...{ block: 'government' as const, people: PEOPLE_A_COMMUNE, norm: 60 },
    })),
    units: communes.flatMap((code) => [
      unitOf(code, { own: code, level: 'commune', kind: 'commune' }),
      unitOf(code, { own: `${code}.KT`, level: 'division', kind: 'economic' }),
    ]),
  };
}

function unitOf(
  commune: string,
  { own, level, kind }: { readonly own: string; readonly level: string; readonly kind: string },
): LimitFacts['units'][number] {
  return { code: own, name: own, level, kind, communeCode: commune, communeName: `Xã ${commune}` };
}
