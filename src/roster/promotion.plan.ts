import type { MainPosting, NewPosting } from '../registry/main-posting.js';
import type { StaffRow } from '../registry/staff-row.js';
import type { FailedTest } from '../rules/fit.rules.js';
import type { Fit } from '../rules/vocabulary.js';
import type { Day } from '../shared/day.js';
import type { RowOutcome } from './batch.js';
import type { ResolvedRow } from './resolve.plan.js';

/** A row that may be promoted, with its person. */
export interface PromotedRow {
  readonly row: ResolvedRow & { readonly unitCode: string; readonly positionCode: string };
  readonly staff: StaffRow;
  readonly fit: Fit;
  readonly failedTests: readonly FailedTest[];
  readonly seated: boolean;
}

/** What promotion writes: everything or nothing. */
export interface PromotionPlan {
  readonly newPostings: readonly NewPosting[];
  /** Ids of main postings that end on the roster's day because the person stands elsewhere. */
  readonly endPostings: readonly number[];
  readonly outcomes: readonly RowOutcome[];
}

interface PromotionInput {
  readonly rows: readonly PromotedRow[];
  readonly asOf: Day;
  readonly idOf: ReadonlyMap<string, number>;
  /** People as they were before, by key. */
  readonly before: ReadonlyMap<string, StaffRow>;
  /** Main postings in force on the day, by staff id. */
  readonly postings: ReadonlyMap<number, MainPosting>;
}

/** Compares the rows with the registry: who is new, who changed, whose posting begins. */
export function planPromotion(input: PromotionInput): PromotionPlan {
  const newPostings: NewPosting[] = [];
  const endPostings: number[] = [];
  const outcomes: RowOutcome[] = [];
  for (const promoted of input.rows) {
    const staffId = input.idOf.get(promoted.staff.key);
    if (staffId === undefined) throw new Error('a promoted person has no id');
    const before = input.before.get(promoted.staff.key) ?? null;
    const posting = input.postings.get(staffId) ?? null;
    const wanted = postingOf(promoted, staffId);
    const stays = posting !== null && samePlace(posting, wanted) && sameFit(posting, wanted);
    if (!stays) newPostings.push(wanted);
    if (!stays && posting !== null) endPostings.push(posting.id);
    const same = stays && before !== null && samePerson(before, promoted.staff);
    const { file, sheet, row } = promoted.row.record;
    outcomes.push({
      ...{ file, sheet, row, staffId },
      state: before === null ? 'added' : same ? 'unchanged' : 'changed',
      before: before === null ? null : { staff: before, posting },
    });
  }
  return { newPostings, endPostings, outcomes };
}

function postingOf({ row, seated, fit, failedTests }: PromotedRow, staffId: number): NewPosting {
  const { record } = row;
  return {
    staffId,
    unitCode: row.unitCode,
    positionCode: row.positionCode,
    seated,
    fit,
    failedTests,
    titleText: record.positionText,
    proposedUnitText: record.proposedUnitText,
    proposedPositionText: record.proposedPositionText,
  };
}

function samePlace(a: NewPosting, b: NewPosting): boolean {
  return (
    a.unitCode === b.unitCode &&
    a.positionCode === b.positionCode &&
    a.proposedUnitText === b.proposedUnitText &&
    a.proposedPositionText === b.proposedPositionText
  );
}

/** A degree or a rank that changed may change the fit: then a posting with the new one begins. */
function sameFit(a: NewPosting, b: NewPosting): boolean {
  return a.fit === b.fit && a.failedTests.join() === b.failedTests.join();
}

function samePerson(before: StaffRow, after: StaffRow): boolean {
  return (Object.keys(after) as (keyof StaffRow)[]).every(
    (property) => JSON.stringify(before[property]) === JSON.stringify(after[property]),
  );
}
