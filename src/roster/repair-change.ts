import type { EntityManager } from 'typeorm';
import { BadInput, Forbidden } from '../shared/errors.js';
import { placeKey, type Answer, type BatchHead } from './batch.js';
import type { Correction, Question, UploadedFile } from './batch.js';
import type { ColumnChoice } from './reading/fields.js';
import type { RowPlace } from './record.js';
import { over, type CellPlace } from './repair.plan.js';
import { withChoices } from './roster.service.js';

/** A batch as it is before it is changed. */
export interface Before {
  readonly manager: EntityManager;
  readonly head: BatchHead;
  readonly files: readonly UploadedFile[];
  readonly corrections: readonly Correction[];
  readonly answers: readonly Answer[];
}

/** What somebody says of a batch; absent = nothing of that. */
export interface Change {
  /** As the trail names it. */
  readonly action: string;
  /** Places and counts; never what a cell says. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly why?: string;
  readonly corrections?: readonly Correction[];
  readonly dropped?: readonly Correction[];
  readonly answers?: readonly Answer[];
  readonly takenBack?: readonly Omit<Answer, 'answer'>[];
  readonly choices?: readonly ColumnChoice[];
  readonly file?: UploadedFile;
}

/** What is to be read after a change. */
export function afterwards({ head, files, corrections: earlier }: Before, change: Change) {
  const { file, corrections: later = [], dropped = [] } = change;
  const gone = new Set(dropped);
  return {
    files: files.map((each) => (each.name === file?.name ? file : each)),
    corrections: over(
      earlier.filter((each) => !gone.has(each)),
      later,
    ),
    mapping: withChoices(head.mapping, change.choices ?? []),
  };
}

export function correction(made: readonly Correction[] | null): Change {
  if (made === null) throw noRow();
  const details = { cells: made.map(({ was: _was, text: _text, ...cell }): CellPlace => cell) };
  return { action: 'roster.corrected', details, corrections: made };
}

export function mustBeAsked(given: Answer, asked: readonly Question[], wide: boolean): void {
  const question = asked.find(
    (each) => each.question === given.question && placeKey(each) === placeKey(given),
  );
  if (question?.choices.some(({ answer }) => answer === given.answer) !== true)
    throw new BadInput(
      'roster.no-question',
      `Dòng ${given.row} không có câu hỏi hoặc câu trả lời này. Hãy tải lại lần nhập.`,
      { row: given.row, question: given.question },
    );
  if (question.byProvince && !wide)
    throw new Forbidden(
      'roster.province-answers',
      `Dòng ${given.row} do cán bộ tỉnh trả lời. Bạn có thể để riêng dòng này và ghi các dòng khác.`,
      { row: given.row },
    );
}

export function mustBeThere(rows: readonly RowPlace[], known: readonly RowPlace[]): void {
  const keys = new Set(known.map(placeKey));
  if (!rows.every((row) => keys.has(placeKey(row)))) throw noRow();
}

export function placeWithQuestion({ answer: _answer, ...asked }: Answer): Omit<Answer, 'answer'> {
  return asked;
}

function noRow(): BadInput {
  return new BadInput(
    'roster.no-row',
    'Có ô hoặc dòng không thuộc lần nhập này. Hãy tải lại lần nhập rồi làm lại.',
  );
}

export function unknownField(field: string): BadInput {
  return new BadInput('roster.unknown-field', `Không có loại cột "${field}".`, { field });
}

export function whichFile(name: string): BadInput {
  return new BadInput(
    'roster.which-file',
    `Không rõ tệp "${name}" thay cho tệp nào của lần nhập này. Hãy gửi tệp cùng tên, hoặc tệp đã tải về từ lần nhập này.`,
    { file: name },
  );
}
