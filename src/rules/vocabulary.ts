/** The words that rules, tables and files share. Each list is in its stated order. */

/** Staffing blocks, as the norms are given. The committee's chair counts in the Party block as deputy secretary. */
export const BLOCKS = ['government', 'party', 'front', 'military', 'public-service'] as const;
export type Block = (typeof BLOCKS)[number];

/** What a unit is, from the whole to the part. */
export const UNIT_LEVELS = ['province', 'department', 'district', 'commune', 'division'] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** Kinds of division inside a commune unit (Decree 150/2025/NĐ-CP, art. 15; Regulation 298-QĐ/TW for the Party bodies). */
export const DIVISION_KINDS = [
  'office',
  'economic',
  'culture-society',
  'service-centre',
  'military-command',
  'party',
  'front',
  'public-service',
] as const;
export type DivisionKind = (typeof DIVISION_KINDS)[number];

export const UNIT_KINDS = [
  'province',
  'department',
  'city',
  'town',
  'urban-district',
  'rural-district',
  'commune',
  'ward',
  'township',
  'special-zone',
  ...DIVISION_KINDS,
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Remoteness of a unit by the province's decision; III is specially difficult. */
export type Zone = 'I' | 'II' | 'III';

/** The kinds of post: who leads, who does the work, who supports. */
export const POSITION_GROUPS = ['leader', 'professional', 'support'] as const;
export type PositionGroup = (typeof POSITION_GROUPS)[number];

/** Degrees from low to high. */
export const DEGREES = [
  'primary',
  'intermediate',
  'college',
  'university',
  'master',
  'doctorate',
] as const;
export type Degree = (typeof DEGREES)[number];

/** How a person suits a position; from best to worst. Exact and related are qualified, the others are misfit. */
export const FITS = ['exact', 'related', 'after-training', 'out-of-field'] as const;
export type Fit = (typeof FITS)[number];

/** The seven cases in which a person may not be transferred or seconded (Decree 170/2025/NĐ-CP, art. 25–26). */
export const NO_GO_CASES = [
  'discipline',
  'prosecution',
  'grave-illness',
  'study-or-seconded',
  'maternity',
  'hard-circumstances',
  'other',
] as const;
export type NoGoCase = (typeof NO_GO_CASES)[number];

export type Sex = 'male' | 'female';

export const WISH_KINDS = ['stay', 'move', 'retire-early', 'leave'] as const;
export type WishKind = (typeof WISH_KINDS)[number];

/** How sure we are of a legal figure. Only `found` and `confirmed` may decide without being shown as an assumption. */
export const EVIDENCE = ['found', 'recalled', 'derived', 'confirmed'] as const;
export type Evidence = (typeof EVIDENCE)[number];
