import { Injectable } from '@nestjs/common';
import { refreshStatistics } from '../database/statistics.js';
import type { Issue } from '../shared/issue.js';
import { grouped } from '../shared/grouped.js';
import { withoutNumbersDeep } from '../shared/masking.js';
import { BatchRowsStore } from './batch-rows.store.js';
import { placeKey, SET_ASIDE, type NewRow, type Question, type RowState } from './batch.js';
import { inOrder } from './check.plan.js';
import type { CellTexts } from './reading/cell-texts.js';
import type { RowPlace } from './record.js';
import { RepairStore } from './repair.store.js';
import type { Checked, ReadBatch, ReadFile, Work } from './sheet-kind.js';
import { SheetKinds } from './sheet-kinds.js';

/** Puts what was read of a batch's files, checked as a whole, in the place of what was there. */
@Injectable()
export class Staging {
  constructor(
    private readonly kinds: SheetKinds,
    private readonly rows: BatchRowsStore,
    private readonly repair: RepairStore,
  ) {}

  /** @returns how many rows there are now. */
  async replace(work: Work, files: readonly ReadFile<unknown>[]): Promise<number> {
    const { manager, actor, batch } = work;
    const answers = await this.repair.answers(manager, actor, batch.id);
    const setAside = new Set(
      answers.filter(({ question }) => question === SET_ASIDE).map(placeKey),
    );
    const read: ReadBatch<unknown> = { files, answers, setAside };
    const checked = await this.kinds.of(batch.kind).check(work, read);
    await this.rows.replace(manager, actor, {
      batchId: batch.id,
      rows: rowsOf(read, checked),
      issues: issuesOf(read, checked),
      sheets: files.flatMap(({ name, sheets }) => sheets.map((each) => ({ file: name, ...each }))),
    });
    await refreshStatistics(manager, ['import_rows', 'import_issues']);
    return checked.rows.length;
  }
}

/** One after another: all of a long file's rows as they are stored need as much room again as the file itself. */
function* rowsOf(
  { files, setAside }: ReadBatch<unknown>,
  checked: Checked<unknown>,
): Generator<NewRow<unknown>> {
  const questions = grouped(checked.questions, placeKey);
  const cells = cellsOf(files);
  for (const row of checked.rows) {
    const key = placeKey(row);
    const asked = questions.get(key) ?? [];
    const state = setAside.has(key) ? 'set-aside' : stateOf(asked);
    yield { ...row, cells: cells.next().value ?? {}, questions: asked, state };
  }
}

/** What the cells of each row say, in the order of files and rows. */
function* cellsOf(files: readonly ReadFile<unknown>[]): Generator<CellTexts, undefined> {
  for (const { cells } of files) yield* cells;
}

function stateOf(questions: readonly Question[]): RowState {
  return questions.some(({ byProvince, answer }) => byProvince && answer === null)
    ? 'held'
    : 'staged';
}

/** About rows that go on with the person of a row above: they have no record, and are set aside with that row. */
const OF_A_ROW_ABOVE: ReadonlySet<string> = new Set([
  'roster.rows-merged',
  'roster.rows-merged-differ',
]);

/** A row that was set aside is neither right nor wrong. Messages name no personal number, whoever wrote them. */
function issuesOf({ files, setAside }: ReadBatch<unknown>, checked: Checked<unknown>): Issue[] {
  const all = [
    ...files.flatMap(({ issues }) => issues),
    ...checked.issues,
    ...unanswered(checked.questions),
  ];
  const rowOf = (issue: Issue): RowPlace =>
    OF_A_ROW_ABOVE.has(issue.code)
      ? (checked.rows.findLast((each) => isAbove(each, issue)) ?? issue)
      : issue;
  const kept = all.filter((issue) => !setAside.has(placeKey(rowOf(issue))));
  const sheets = files.flatMap(({ name, sheets: own }) =>
    own.map(({ sheet }) => ({ file: name, sheet })),
  );
  return withoutNumbersDeep([...inOrder(kept, sheets)]);
}

function isAbove(place: RowPlace, issue: Issue): boolean {
  return place.file === issue.file && place.sheet === issue.sheet && place.row <= issue.row;
}

/** Questions as errors, as long as nobody has answered them. */
export function unanswered(questions: readonly Question[]): Issue[] {
  return questions
    .filter(({ answer }) => answer === null)
    .map(({ file, sheet, row, column, code, text }) => ({
      ...{ file, sheet, row, column, code },
      ...{ severity: 'error', message: text },
    }));
}
