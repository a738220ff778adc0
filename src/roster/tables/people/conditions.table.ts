import { NO_GO_CASES, type NoGoCase } from '../../../rules/vocabulary.js';
import { CASE_NAMES } from '../../../registry/person/person-words.js';
import { addDays, type Day } from '../../../shared/day.js';
import { folded } from '../../../shared/text.js';
import type { Cell } from '../../../sheet/workbook.js';
import type { DateSystem } from '../../../sheet/date-serial.js';
import type { RowValues } from '../../reading/row-values.js';
import { conditionsIn } from '../../reading/values/conditions.js';
import { bad, good, type Reading } from '../../reading/values/fault.js';
import { isMark } from '../../reading/values/mark.js';
import { partialDay } from '../../reading/values/partial-day.js';
import { personTable, strict } from './person-table.js';

export type ConditionField = 'conditions' | 'startsOn' | 'endsOn' | 'liftedByRequest' | 'note';

/** A case during a span. */
export interface SaidCondition {
  readonly case: NoGoCase;
  readonly startsOn: Day;
  /** The first day on which it no longer stands; null = open. */
  readonly endsOn: Day | null;
  readonly liftedByRequest: boolean;
  /** null = the table has no column of notes. */
  readonly note: string | null;
  /** The sender's words of the case. */
  readonly text: string;
}

/** One case a row. */
export const CONDITIONS_TABLE = personTable<ConditionField, SaidCondition>({
  name: 'trường hợp chưa được điều động',
  fields: [
    {
      field: 'startsOn',
      label: 'Từ ngày',
      known: /^(ap dung )?(tu|bat dau)( tu)?( ngay)?$|^ngay bat dau$/,
    },
    { field: 'endsOn', label: 'Đến hết ngày', known: /^den( het)?( ngay)?$|^ngay ket thuc$/ },
    { field: 'liftedByRequest', label: 'Tự nguyện đề nghị', known: /tu nguyen|de nghi|co don/ },
    {
      field: 'conditions',
      label: 'Trường hợp',
      known: /^(cac )?truong hop|(chua|khong) (duoc )?dieu dong/,
    },
    { field: 'note', label: 'Ghi chú', known: /ghi chu/ },
  ],
  essential: [['conditions'], ['startsOn']],
  value: (values, { dateSystem, fields }) => {
    const found = values.value('conditions', caseIn);
    const startsOn = dayIn(values, 'startsOn', dateSystem);
    const lastOn = dayIn(values, 'endsOn', dateSystem);
    const lifted = values.value('liftedByRequest', lift);
    reportWhatLacks(values);
    if (found === null || startsOn === null || (lastOn === null && values.isFilled('endsOn')))
      return null;
    if (lastOn !== null && lastOn < startsOn) return reportOrder(values);
    return {
      ...{ case: found, startsOn, endsOn: lastOn === null ? null : addDays(lastOn, 1) },
      liftedByRequest: lifted ?? false,
      note: fields.has('note') ? (values.text('note') ?? '') : null,
      text: values.text('conditions') ?? '',
    };
  },
});

/** The full name of a case, or words that rosters have for it; one case a row. */
function caseIn({ text }: Cell): Reading<NoGoCase> {
  const named = NO_GO_CASES.find((each) => folded(CASE_NAMES[each]) === folded(text));
  if (named !== undefined) return good(named);
  const [first, ...more] = conditionsIn(text);
  if (first === undefined || more.length > 0)
    return bad(
      'roster.condition-unknown',
      'Cần đúng một trường hợp ở mỗi dòng. Hãy chọn trong danh sách, mỗi trường hợp một dòng.',
    );
  return good(first.case);
}

function dayIn(
  values: RowValues<ConditionField>,
  field: 'startsOn' | 'endsOn',
  system: DateSystem,
): Day | null {
  return values.value(field, (cell) => {
    const read = strict(partialDay(cell, system));
    return read.value !== null && read.value.length < 'yyyy-mm-dd'.length
      ? bad<Day>('roster.day-incomplete', 'Ô này cần đủ ngày, tháng, năm, ví dụ 12/05/2025.')
      : read;
  });
}

function lift({ text }: Cell): Reading<boolean> {
  if (isMark(text)) return good(true);
  if (/^(khong|chua|0|-|\/)$/.test(folded(text))) return good(false);
  return bad(
    'roster.mark-unreadable',
    'Ô này cần dấu "x" nếu người đó tự nguyện đề nghị, hoặc để trống.',
  );
}

function reportWhatLacks(values: RowValues<ConditionField>): void {
  const lacks = (field: ConditionField, what: string): void => {
    if (values.isFilled(field)) return;
    values.reportAt(field, {
      code: 'roster.condition-incomplete',
      severity: 'error',
      message: what,
    });
  };
  lacks('conditions', 'Thiếu trường hợp. Hãy chọn trong danh sách.');
  lacks('startsOn', 'Thiếu ngày bắt đầu. Hãy ghi đủ ngày, tháng, năm.');
}

function reportOrder(values: RowValues<ConditionField>): null {
  const message = 'Ngày kết thúc đứng trước ngày bắt đầu. Hãy sửa một trong hai ô.';
  values.reportAt('endsOn', { code: 'roster.days-out-of-order', severity: 'error', message });
  return null;
}
