import { booleanOf, wholeNumberOf, type ParameterValues } from './parameters.js';
import { DEGREES, type Degree, type Fit } from './vocabulary.js';

/** The test of a position that a person does not pass. */
export type FailedTest = 'degree' | 'major' | 'rank' | 'certificate';

export interface FitPerson {
  readonly degree: Degree | null;
  readonly majorGroup: string | null;
  readonly rank: string | null;
  readonly certificates: readonly string[];
}

/** What a position asks for; an empty list or null asks for nothing. */
export interface FitPosition {
  readonly minDegree: Degree | null;
  readonly majorGroups: readonly string[];
  readonly ranks: readonly string[];
  readonly certificates: readonly string[];
}

/** A rank on its ladder; a higher level of a ladder contains the lower ones. */
export interface RankOnLadder {
  readonly code: string;
  readonly ladder: string;
  readonly level: number;
}

export interface FitAnswer {
  readonly fit: Fit;
  /** In the order degree, major, rank, certificate; empty when qualified. */
  readonly failed: readonly FailedTest[];
}

/** What is needed to judge any fit; built once. */
export interface FitContext {
  readonly related: ReadonlyMap<string, ReadonlySet<string>>;
  readonly ranks: ReadonlyMap<string, RankOnLadder>;
  readonly anyLadder: boolean;
  readonly trainableDegreeLevels: number;
  readonly trainableRankLevels: number;
  readonly trainableMissingRank: boolean;
  readonly trainableCertificate: boolean;
}

const EXACT: FitAnswer = { fit: 'exact', failed: [] };
const RELATED: FitAnswer = { fit: 'related', failed: [] };

/**
 * @param relatedMajors pairs of major groups; a pair counts in the direction given, so list both.
 * @throws NotFound when a `fit.*` parameter is missing.
 */
export function fitContext(
  relatedMajors: readonly (readonly [string, string])[],
  ranks: readonly RankOnLadder[],
  parameters: ParameterValues,
): FitContext {
  const related = new Map<string, Set<string>>();
  for (const [from, to] of relatedMajors) {
    related.set(from, (related.get(from) ?? new Set<string>()).add(to));
  }
  return {
    related,
    ranks: new Map(ranks.map((rank) => [rank.code, rank])),
    anyLadder: booleanOf(parameters, 'fit.rank.any-ladder'),
    trainableDegreeLevels: wholeNumberOf(parameters, 'fit.training.degree-levels'),
    trainableRankLevels: wholeNumberOf(parameters, 'fit.training.rank-levels'),
    trainableMissingRank: booleanOf(parameters, 'fit.training.missing-rank'),
    trainableCertificate: booleanOf(parameters, 'fit.training.certificate'),
  };
}

/**
 * A person suits a position when degree, major, rank and certificates do.
 *
 * Exact: all tests hold and the major is on the list, or the position asks for none. Related: the major is only a neighbour
 * of one on the list. After training: the tests that fail can be made good by training, as the parameters say. Out of field:
 * anything else; a major that is neither listed nor related cannot be trained. What is not known does not pass.
 *
 * @source Law 80/2025/QH15, Decree 361/2025/NĐ-CP of 2025-12-31 (standards of positions, set by the commune); DOMAIN 1.7.
 * What counts as related and trainable is a product decision, in the `fit.*` parameters.
 */
export function fitOf(person: FitPerson, position: FitPosition, context: FitContext): FitAnswer {
  const degreeGap = degreeLevelsBelow(person.degree, position.minDegree);
  const major = majorOf(person.majorGroup, position.majorGroups, context);
  const rankGap = rankLevelsBelow(person.rank, position.ranks, context);
  const certified = hasAll(person.certificates, position.certificates);
  if (degreeGap === 0 && rankGap === 0 && certified && major !== null) {
    return major === 'exact' ? EXACT : RELATED;
  }
  const failed: FailedTest[] = [];
  if (degreeGap > 0) failed.push('degree');
  if (major === null) failed.push('major');
  if (rankGap > 0) failed.push('rank');
  if (!certified) failed.push('certificate');
  const trainable =
    major !== null &&
    degreeGap <= context.trainableDegreeLevels &&
    (rankGap <= context.trainableRankLevels ||
      (person.rank === null && context.trainableMissingRank)) &&
    (certified || context.trainableCertificate);
  return { fit: trainable ? 'after-training' : 'out-of-field', failed };
}

/**
 * Only exact and related count as qualified; after training and out of field are misfit.
 *
 * @source DESIGN "Gap"
 */
export function isQualified(fit: Fit): boolean {
  return fit === 'exact' || fit === 'related';
}

/** 0 = high enough; infinite where the degree is not known but asked for. */
function degreeLevelsBelow(degree: Degree | null, minDegree: Degree | null): number {
  if (minDegree === null) return 0;
  if (degree === null) return Infinity;
  return Math.max(0, DEGREES.indexOf(minDegree) - DEGREES.indexOf(degree));
}

function majorOf(
  group: string | null,
  wanted: readonly string[],
  context: FitContext,
): 'exact' | 'related' | null {
  if (wanted.length === 0) return 'exact';
  if (group === null) return null;
  if (wanted.includes(group)) return 'exact';
  const neighbours = context.related.get(group);
  return neighbours && wanted.some((each) => neighbours.has(each)) ? 'related' : null;
}

/**
 * 0 = a rank at or above the level of an allowed one: of the same ladder, or of any ladder where the parameter says so (an
 * accountant in a specialist's seat is ranked anew on placing: Decree 361/2025/NĐ-CP). Else the levels that are missing
 * to the nearest allowed rank of the own ladder, or infinite.
 */
function rankLevelsBelow(
  code: string | null,
  allowed: readonly string[],
  context: FitContext,
): number {
  if (allowed.length === 0) return 0;
  const own = code === null ? undefined : context.ranks.get(code);
  if (!own) return code !== null && allowed.includes(code) ? 0 : Infinity;
  let gap = Infinity;
  for (const each of allowed) {
    const rank = context.ranks.get(each);
    if (!rank) continue;
    if (rank.ladder === own.ladder) gap = Math.min(gap, Math.max(0, rank.level - own.level));
    else if (own.level >= rank.level && context.anyLadder) return 0;
  }
  return gap;
}

function hasAll(held: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((each) => held.includes(each));
}
