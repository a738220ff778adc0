import {
  mergingCriteria,
  mergingNeeds,
  type MergedUnit,
  type MergingAnswer,
  type MergingNeeds,
} from '../rules/merging.rules.js';
import { textOf } from '../rules/parameters.js';
import type { ParameterValues, UnitFact } from '../scenario/facts.js';
import type { MergerBreach } from './breach.js';
import type { MergerInput } from './merger-input.js';

/** Province parameters: `mountain`, `island` or `other` for communes; `city`, `highland` or `other` for wards. */
const TERRAIN = 'merging.terrain';
const WARD_CLASS = 'merging.ward-class';

type Drafted = Pick<UnitFact, 'code' | 'name' | 'kind' | 'level' | 'areaKm2' | 'population'>;

/**
 * A commune or ward formed by merging reaches the standard in area and population; else the plan must explain why.
 *
 * @returns one warning a unit that does not; one note in all where the province has not said what land it is.
 * @source Resolution 76/2025/UBTVQH15 of 2025-04-14, through `rules/merging.rules.ts`
 */
export function criteriaBreaches(
  input: Pick<MergerInput, 'newUnits' | 'successions' | 'inForce' | 'parameters'>,
): MergerBreach[] {
  const [first] = communesOf(input.newUnits);
  if (!first) return [];
  const examined = criteriaOf(input);
  if (examined === null) return [landUnknown(first)];
  return examined.flatMap(({ unit, answer }) =>
    answer.meets === false ? [below(unit, answer)] : [],
  );
}

/** A new unit beside what is asked of it. */
export interface ExaminedUnit<U extends Drafted> {
  readonly unit: U;
  /** Old communes that pass to it, wholly or in part. */
  readonly parts: number;
  /** null = it is not examined. */
  readonly needs: MergingNeeds | null;
  readonly answer: MergingAnswer;
}

/**
 * Each new commune and ward beside what the law asks of it, whether it is met or not.
 *
 * @returns null where the province has not said what land it is.
 * @source as `criteriaBreaches`
 */
export function criteriaOf<U extends Drafted>(
  input: Pick<MergerInput, 'successions' | 'inForce' | 'parameters'> & {
    readonly newUnits: readonly U[];
  },
): ExaminedUnit<U>[] | null {
  const land = landOf(input.parameters);
  if (!land) return null;
  return communesOf(input.newUnits).map((unit) => {
    const parts = partsOf(unit.code, input);
    const merged = { ...land, ...mergedUnit(unit, parts) };
    const answer = mergingCriteria(merged, input.parameters);
    const needs = answer.examined ? mergingNeeds(merged, input.parameters) : null;
    return { unit, parts, needs, answer };
  });
}

function communesOf<U extends Drafted>(units: readonly U[]): U[] {
  return units.filter((unit) => unit.level === 'commune');
}

type Land = Pick<MergedUnit, 'terrain' | 'wardClass'>;

function landOf(parameters: ParameterValues): Land | null {
  if (!Object.hasOwn(parameters, TERRAIN) || !Object.hasOwn(parameters, WARD_CLASS)) return null;
  return {
    terrain: textOf(parameters, TERRAIN) as MergedUnit['terrain'],
    wardClass: textOf(parameters, WARD_CLASS) as MergedUnit['wardClass'],
  };
}

function mergedUnit(unit: Drafted, parts: number): Omit<MergedUnit, keyof Land> {
  const { areaKm2, population } = unit;
  return { kind: unit.kind === 'ward' ? 'ward' : 'commune', parts, areaKm2, population };
}

/** Old communes that pass to the unit wholly or in part; a district is no part. */
function partsOf(code: string, input: Pick<MergerInput, 'successions' | 'inForce'>): number {
  const communes = new Set(
    input.inForce.filter((unit) => unit.level === 'commune').map((unit) => unit.code),
  );
  const rows = input.successions.filter((row) => row.newCode === code && communes.has(row.oldCode));
  return new Set(rows.map((row) => row.oldCode)).size;
}

function below(
  unit: Drafted,
  answer: { readonly areaRatio: number | null; readonly populationRatio: number | null },
): MergerBreach {
  const percent = (ratio: number | null): string =>
    ratio === null ? 'chưa rõ' : `${(ratio * 100).toFixed(1).replace('.', ',')} %`;
  return {
    code: 'merger.criteria-not-met',
    severity: 'warning',
    unitCode: unit.code,
    message: `${unit.name} (${unit.code}) chưa đạt tiêu chuẩn của Nghị quyết 76/2025/UBTVQH15: diện tích đạt ${percent(answer.areaRatio)}, dân số đạt ${percent(answer.populationRatio)} mức yêu cầu. Cần giải trình.`,
  };
}

function landUnknown(unit: Drafted): MergerBreach {
  return {
    code: 'merger.criteria-not-examined',
    severity: 'note',
    unitCode: unit.code,
    message: `Chưa xét tiêu chuẩn sáp nhập: thiếu tham số ${TERRAIN} và ${WARD_CLASS} của tỉnh.`,
  };
}
