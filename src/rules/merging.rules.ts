import { numberOf, type ParameterValues } from './parameters.js';

/** A commune-level unit that a merger forms. */
export interface MergedUnit {
  readonly kind: 'commune' | 'ward';
  /** How many old units are merged into it, wholly or in part. */
  readonly parts: number;
  /** Null = not known. At 31 December 2024. */
  readonly areaKm2: number | null;
  /** Null = not known. At 31 December 2024. */
  readonly population: number | null;
  /** Of a commune. */
  readonly terrain: 'mountain' | 'island' | 'other';
  /** Of a ward: where its province or city belongs. */
  readonly wardClass: 'city' | 'highland' | 'other';
}

/** Ratios are to what is asked for (1 = just enough). `meets` is null where a figure is missing. */
export interface MergingAnswer {
  readonly examined: boolean;
  /** Why it is not examined: nothing merged, enough units merged, or an island. */
  readonly reason: 'unmerged' | 'many-parts' | 'island' | null;
  readonly areaRatio: number | null;
  readonly populationRatio: number | null;
  readonly meets: boolean | null;
}

/**
 * A unit formed by merging reaches a multiple of the standard in area and population; three or more units merged into one, and
 * islands, need not be examined.
 *
 * @source Resolution 76/2025/UBTVQH15 of 2025-04-14; standards of Resolution 1211/2016/UBTVQH13, from 2026-01-01 of Resolution
 * 112/2025/UBTVQH15; parameters `merging.*` and `standard.*`
 */
export function mergingCriteria(unit: MergedUnit, parameters: ParameterValues): MergingAnswer {
  const reason = notExamined(unit, parameters);
  if (reason) {
    return { examined: false, reason, areaRatio: null, populationRatio: null, meets: null };
  }
  const wanted = mergingNeeds(unit, parameters);
  const areaRatio = unit.areaKm2 === null ? null : unit.areaKm2 / wanted.areaKm2;
  const populationRatio = unit.population === null ? null : unit.population / wanted.population;
  return {
    examined: true,
    reason: null,
    areaRatio,
    populationRatio,
    meets: bothReached(areaRatio, populationRatio),
  };
}

/** What is asked of a unit formed by merging. */
export interface MergingNeeds {
  readonly areaKm2: number;
  readonly population: number;
}

/**
 * The least area and population of a commune or ward formed by merging.
 *
 * @source as `mergingCriteria`
 */
export function mergingNeeds(
  unit: Pick<MergedUnit, 'kind' | 'terrain' | 'wardClass'>,
  parameters: ParameterValues,
): MergingNeeds {
  return unit.kind === 'ward' ? ofWard(unit, parameters) : ofCommune(unit, parameters);
}

function notExamined(unit: MergedUnit, parameters: ParameterValues): MergingAnswer['reason'] {
  if (unit.parts < 2) return 'unmerged';
  if (unit.parts >= numberOf(parameters, 'merging.not-examined-from-parts')) return 'many-parts';
  return unit.kind === 'commune' && unit.terrain === 'island' ? 'island' : null;
}

/** A figure that fails settles it, even where the other is missing. */
function bothReached(areaRatio: number | null, populationRatio: number | null): boolean | null {
  const ratios = [areaRatio, populationRatio];
  if (ratios.some((ratio) => ratio !== null && ratio < 1)) return false;
  return ratios.includes(null) ? null : true;
}

function ofWard(unit: Pick<MergedUnit, 'wardClass'>, parameters: ParameterValues): MergingNeeds {
  return {
    areaKm2: numberOf(parameters, 'merging.ward.area-km2'),
    population: numberOf(parameters, `merging.ward.${unit.wardClass}.population`),
  };
}

function ofCommune(unit: Pick<MergedUnit, 'terrain'>, parameters: ParameterValues): MergingNeeds {
  const { terrain } = unit;
  const ratio = (of: string) => numberOf(parameters, `merging.commune.${terrain}.${of}-ratio`);
  const standard = (of: string) => numberOf(parameters, `standard.commune.${terrain}.${of}`);
  return {
    areaKm2: ratio('area') * standard('area-km2'),
    population: ratio('population') * standard('population'),
  };
}
