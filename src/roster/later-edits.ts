import { instantText } from '../shared/instant.js';
import type { Issue } from '../shared/issue.js';
import type { Question } from './batch.js';

/** Who gave the registry a value, and when. */
export interface Edit {
  /** Login. */
  readonly by: string | null;
  /** ISO 8601. */
  readonly at: string;
}

/** The code of a question that the program has answered: the registry's value stays. */
export const KEPT = 'roster.kept-registry';

/** An edit, 'later' where it is not known whose; null = the value was changed past the program. */
export type KnownEdit = Edit | 'later' | null;

/** An edit of the registry that a file without it does not undo: already answered, and the answer may be another. */
export function keptByDefault(question: Question, label: string, edit: KnownEdit): Question {
  return {
    ...question,
    code: KEPT,
    text: `Giữ "${label}" như trong sổ: ${editor(edit)}, còn ô này vẫn như trong tệp trước của nơi gửi. Nếu tệp đúng thì hãy chọn lấy theo tệp.`,
    answer: question.answer ?? 'registry',
  };
}

/** What was recorded on the page stays where a file says otherwise of whose sender nothing is known. */
export function recordedStays(question: Question, label: string, edit: KnownEdit): Question {
  return {
    ...keptByDefault(question, label, edit),
    text: `Giữ "${label}" như đã ghi trên trang (${editor(edit)}); tệp ghi khác. Nếu tệp đúng thì hãy chọn lấy theo tệp.`,
  };
}

export function bothChanged(label: string, edit: KnownEdit): string {
  return `"${label}" đã được sửa cả trong sổ (${editor(edit)}) lẫn trong tệp, kể từ tệp trước của nơi gửi. Hãy chọn giá trị nào được giữ.`;
}

function editor(edit: KnownEdit): string {
  if (edit === 'later') return 'sổ đã được sửa từ đó đến nay';
  if (edit === null) return 'đã được sửa ngoài chương trình, không rõ ai sửa và lúc nào';
  return `${edit.by ?? 'không rõ ai'} đã sửa lúc ${instantText(edit.at)}`;
}

/** What was kept, as notes: nothing is kept in silence. */
export function keptNotes(questions: readonly Question[]): Issue[] {
  return questions
    .filter(({ code, answer }) => code === KEPT && answer === 'registry')
    .map(({ file, sheet, row, column, code, text }) => ({
      ...{ file, sheet, row, column, code },
      ...{ severity: 'note', message: text },
    }));
}
