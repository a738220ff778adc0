import type { MovementKind } from '../movement/movement.js';
import type { Day } from '../shared/day.js';

/** What a paper can decide about a person; each kind has its template. */
export const LETTER_KINDS = ['transfer', 'secondment', 'appointment', 'leaving'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** How a paper names what it decides, by the kind of movement; a kind without a row has no paper. */
export const PAPERS_OF_MOVEMENTS: Readonly<
  Partial<Record<MovementKind, { readonly kind: LetterKind; readonly act: string }>>
> = {
  transfer: { kind: 'transfer', act: 'điều động và bố trí công tác' },
  rotation: { kind: 'transfer', act: 'luân chuyển' },
  reception: { kind: 'transfer', act: 'tiếp nhận và bố trí công tác' },
  secondment: { kind: 'secondment', act: 'biệt phái' },
  'secondment-extension': { kind: 'secondment', act: 'gia hạn thời hạn biệt phái' },
  appointment: { kind: 'appointment', act: 'bổ nhiệm' },
  leaving: { kind: 'leaving', act: 'nghỉ công tác' },
};

/** Who issues a block of numbers, as it stands in the head and under the paper. */
export interface Issuer {
  /** The body above, first line at the top left; empty = none. */
  readonly superior: string;
  readonly body: string;
  /** "Điện Biên" in "Điện Biên, ngày …". */
  readonly place: string;
  /** "GIÁM ĐỐC SỞ NỘI VỤ": who decides, above the legal bases. */
  readonly authority: string;
  readonly signerTitle: string;
  readonly signerName: string;
}

/** A stretch of numbers of one symbol in one year, and who signs what bears them. */
export interface NumberBlock {
  readonly id: number;
  readonly year: number;
  /** "QĐ-UBND": what follows the slash. */
  readonly symbol: string;
  readonly first: number;
  readonly last: number;
  /** The number given next; `last` + 1 when the block is used up. */
  readonly next: number;
  readonly issuer: Issuer;
}

/** What a paper is about: either a line of a scenario, or a decided movement. */
export type LetterSource =
  | { readonly scenarioId: number; readonly movementId: null }
  | { readonly scenarioId: null; readonly movementId: number };

/** What the database says of one person's decision: the part of a paper that is re-issued when it changes. */
export interface LetterFacts {
  readonly staffId: number;
  readonly kind: LetterKind;
  readonly act: string;
  readonly salutation: string;
  readonly fullName: string;
  readonly bornOn: string;
  readonly fromUnit: string;
  readonly fromPosition: string;
  readonly toUnit: string;
  readonly toPosition: string;
  /** As readers write days; empty where there is none. */
  readonly startsOn: string;
  readonly lastDay: string;
  readonly remark: string;
  /** The mark of secrecy of the plan; empty = none. */
  readonly mark: string;
}

/** Facts with what orders and numbers them. */
export interface LetterCase {
  readonly facts: LetterFacts;
  readonly source: LetterSource;
  /** The number that the movement's own decision bears; null = the next of the block. */
  readonly ownNumber: string | null;
  /** The day of the movement's own decision; null = the day that is asked for. */
  readonly ownDay: Day | null;
  /** Legal acts of the plan itself, before the law's. */
  readonly bases: readonly string[];
}
