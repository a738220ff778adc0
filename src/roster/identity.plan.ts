import { dayText } from '../shared/day.js';
import { grouped } from '../shared/grouped.js';
import type { Issue } from '../shared/issue.js';
import { placeKey, type Answer, type Choice, type Question } from './batch.js';
import { spelling } from './reading/spelling.js';
import type { RosterRecord, RowPlace } from './record.js';
import type { ColumnOf } from './resolve.plan.js';

/** Somebody of the registry, as far as the actor may see. */
export interface KnownPerson {
  readonly staffId: number;
  readonly key: string;
  readonly personalNumber: string | null;
  readonly fullName: string;
  readonly bornOn: string | null;
  /** Of the main posting on the roster's day; null = none. */
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly positionName: string | null;
}

/** What a row says of who it is about. */
export interface PersonRow {
  readonly record: RowPlace & Pick<RosterRecord, 'personalNumber' | 'fullName' | 'bornOn'>;
  /** null = not told, or not known. */
  readonly unitCode: string | null;
}

/** What the registry says of the people of a batch. */
export interface KnownPeople {
  readonly byNumber: ReadonlyMap<string, KnownPerson>;
  /** By the registry's own number, which only files that we wrote carry. */
  readonly byId: ReadonlyMap<number, KnownPerson>;
  /** Whoever works in the units of the batch on its day. */
  readonly inUnits: readonly KnownPerson[];
  /** Numbers that stand in the registry outside of what the sender may see. */
  readonly held: ReadonlySet<string>;
  /** By `placeKey`: whom the same row of the very same file was written as. */
  readonly sameRows: ReadonlyMap<string, KnownPerson>;
}

export interface IdentityContext<Row extends PersonRow> {
  readonly known: KnownPeople;
  readonly answers: readonly Answer[];
  readonly batchId: number;
  /** Letters of the column that holds a field. */
  readonly columnOf: ColumnOf;
  /** The registry's number in a row of a file that we wrote; null = none. */
  readonly markOf: (record: Row['record']) => number | null;
}

export interface Identified {
  /** By `placeKey`: the key of the row's person. */
  readonly keys: ReadonlyMap<string, string>;
  readonly questions: readonly Question[];
  readonly issues: readonly Issue[];
}

/** Questions about who somebody is, and their fixed answers; the other answer is the registry's number of the person. */
export const SAME_PERSON = 'same-person';
export const NUMBER_OF_ANOTHER = 'number-of-another';
export const HELD = 'held';
export const OTHER = 'other';
export const ACCEPT = 'accept';

/**
 * Who the people of the rows are: by the personal number; without one by the mark of a file that we wrote, or by the same row
 * of the same file; likeness alone is a question and never an answer. Rows that turn out to be one person are errors.
 *
 * @source product decision, docs/decisions/0006-identity.md
 */
export function identify<Row extends PersonRow>(
  rows: readonly Row[],
  context: IdentityContext<Row>,
): Identified {
  const finder = new Finder(context);
  const keys = new Map(rows.map((row) => [placeKey(row.record), finder.keyOf(row)]));
  return { keys, questions: finder.questions, issues: [...finder.issues, ...twice(rows, keys)] };
}

class Finder<Row extends PersonRow> {
  readonly questions: Question[] = [];
  readonly issues: Issue[] = [];
  private readonly alike: ReadonlyMap<string, readonly KnownPerson[]>;
  private readonly answered: ReadonlyMap<string, string>;

  constructor(private readonly context: IdentityContext<Row>) {
    this.alike = grouped(context.known.inUnits, likeness);
    this.answered = new Map(
      context.answers.map((each) => [`${placeKey(each)}|${each.question}`, each.answer]),
    );
  }

  keyOf(row: Row): string {
    const { personalNumber: number } = row.record;
    return number === null ? this.withoutNumber(row) : this.byNumber(row, number);
  }

  private byNumber(row: Row, number: string): string {
    const { known } = this.context;
    const person = known.byNumber.get(number);
    if (known.held.has(number)) this.ask(row, HELD, HELD_WORDS);
    if (person !== undefined) {
      if (isSomebodyElse(row.record, person))
        this.ask(row, NUMBER_OF_ANOTHER, numberOfAnother(person));
      return person.key;
    }
    const likes = this.likes(row);
    const unnumbered = likes.filter((each) => each.personalNumber === null);
    if (unnumbered.length > 0) return this.samePerson(row, unnumbered) ?? number;
    if (likes.length > 0)
      this.issues.push({
        ...this.placeOf(row, 'personalNumber'),
        code: 'roster.number-differs',
        severity: 'warning',
        message: `Trong sổ có người cùng họ tên, ngày sinh, đơn vị nhưng số định danh khác. Hãy xem lại số ở ô này; nếu số đúng thì đây được ghi là một người khác.`,
      });
    return number;
  }

  private withoutNumber(row: Row): string {
    const { known, batchId, markOf } = this.context;
    const { record } = row;
    const marked = known.byId.get(markOf(record) ?? -1);
    if (marked !== undefined && !isSomebodyElse(record, marked)) return marked.key;
    const same = known.sameRows.get(placeKey(record));
    if (same !== undefined) return same.key;
    const own = `${batchId}/${record.file}/${record.sheet}/${record.row}`;
    const likes = this.likes(row);
    return likes.length === 0 ? own : (this.samePerson(row, likes) ?? own);
  }

  /** @returns the key of the person whom the answer names; null = another one, or not answered yet. */
  private samePerson(row: Row, likes: readonly KnownPerson[]): string | null {
    const answer = this.ask(row, SAME_PERSON, samePerson(likes));
    return likes.find(({ staffId }) => String(staffId) === answer)?.key ?? null;
  }

  /** Only a full birth date counts: by a year alone too many are alike. */
  private likes({ record, unitCode }: Row): readonly KnownPerson[] {
    if (this.alike.size === 0) return [];
    if (record.bornOn?.length !== 'yyyy-mm-dd'.length || unitCode === null) return [];
    return (
      this.alike.get(likeness({ fullName: record.fullName, bornOn: record.bornOn, unitCode })) ?? []
    );
  }

  private ask(row: Row, question: string, words: Words): string | null {
    const given = this.answered.get(`${placeKey(row.record)}|${question}`);
    const answer = words.choices.find((each) => each.answer === given)?.answer ?? null;
    const field = question === SAME_PERSON ? 'fullName' : 'personalNumber';
    const { text, choices } = words;
    this.questions.push({
      ...this.placeOf(row, field),
      ...{ question, code: `roster.${question}`, text, choices, answer },
      byProvince: question === HELD,
    });
    return answer;
  }

  private placeOf({ record }: Row, field: keyof RosterRecord) {
    const { file, sheet, row } = record;
    return { file, sheet, row, column: this.context.columnOf(record, field) };
  }
}

interface Words {
  readonly text: string;
  readonly choices: readonly Choice[];
}

/** Neither name nor unit: the sender may not know them. */
const HELD_WORDS: Words = {
  text: 'Giữ lại chờ tỉnh: cán bộ tỉnh sẽ xem và trả lời dòng này. Muốn ghi ngay các dòng khác, hãy để riêng dòng này.',
  choices: [{ answer: ACCEPT, text: 'Nhận người này theo danh sách' }],
};

function numberOfAnother(person: KnownPerson): Words {
  return {
    text: `Số định danh ở ô này trong sổ là của ${person.fullName}, khác cả họ tên lẫn ngày sinh. Nếu gõ nhầm số, hãy sửa ô này; nếu đúng là một người, hãy xác nhận.`,
    choices: [{ answer: String(person.staffId), text: `Đúng là người trong sổ: ${whoIs(person)}` }],
  };
}

function samePerson(likes: readonly KnownPerson[]): Words {
  return {
    text: 'Trong sổ đã có người cùng họ tên, ngày sinh và đơn vị. Chương trình không tự coi là một người: hãy chọn.',
    choices: [
      ...likes.map((each) => ({
        answer: String(each.staffId),
        text: `Cùng một người: ${whoIs(each)}`,
      })),
      { answer: OTHER, text: 'Người khác, chưa có trong sổ' },
    ],
  };
}

function whoIs({ fullName, bornOn, unitName, positionName }: KnownPerson): string {
  const born = bornOn === null ? null : `sinh ${dayText(bornOn)}`;
  return [fullName, born, positionName, unitName].filter((part) => part !== null).join(', ');
}

function likeness(person: {
  readonly fullName: string;
  readonly bornOn: string | null;
  readonly unitCode: string | null;
}): string {
  return `${spelling(person.fullName)}|${person.bornOn}|${person.unitCode}`;
}

/** Another name and another birth date: a slip of a digit has hit somebody else's number. */
function isSomebodyElse(record: PersonRow['record'], person: KnownPerson): boolean {
  return (
    spelling(record.fullName) !== spelling(person.fullName) &&
    record.bornOn !== null &&
    person.bornOn !== null &&
    !record.bornOn.startsWith(person.bornOn) &&
    !person.bornOn.startsWith(record.bornOn)
  );
}

/** Rows of one person that do not show it by their numbers; those that do are reported where rows are compared. */
function twice(rows: readonly PersonRow[], keys: ReadonlyMap<string, string>): Issue[] {
  const groups = grouped(rows, ({ record }) => keys.get(placeKey(record)) ?? '');
  return [...groups.values()]
    .filter(
      (group) => group.length > 1 && group.some(({ record }) => record.personalNumber === null),
    )
    .flatMap((group) =>
      group.map(({ record: { file, sheet, row } }) => ({
        ...{
          file,
          sheet,
          row,
          column: '',
          code: 'roster.person-twice',
          severity: 'error' as const,
        },
        message: `Dòng này và ${others(group, row)} là cùng một người trong sổ. Mỗi người chỉ được có một dòng.`,
      })),
    );
}

function others(group: readonly PersonRow[], row: number): string {
  return group
    .map(({ record }) => record)
    .filter((each) => each.row !== row)
    .map((each) => `${each.file}, sheet "${each.sheet}", dòng ${each.row}`)
    .join('; ');
}
