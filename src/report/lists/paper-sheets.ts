import type { Agreements, AskedWithAnswers } from '../../decision/agreement/agreement.service.js';
import type {
  Answer,
  AnswerReason,
  AskedState,
  Side,
} from '../../decision/agreement/agreement.rules.js';
import type { StoredAnswer } from '../../decision/agreement/agreement.store.js';
import type { LetterKind, NumberBlock } from '../../letter/letter.js';
import type { StoredLetter } from '../../letter/letter.store.js';
import type { Scenario } from '../../scenario/scenario.js';
import { dayText } from '../../shared/day.js';
import { instantText } from '../../shared/instant.js';
import type { CellInput, ColumnSpec, RowSpec, SheetSpec } from '../../sheet/sheet-spec.js';

const ORDINAL: ColumnSpec = { label: 'TT', width: 5, align: 'center' };
const text = (label: string, width: number): ColumnSpec => ({ label, width });
const count = (label: string, width = 9): ColumnSpec => ({ label, width, align: 'right' });
const day = (label: string): ColumnSpec => ({ label, kind: 'date', width: 13, align: 'center' });

const LETTER_KINDS: Readonly<Record<LetterKind, string>> = {
  transfer: 'Bố trí, điều động',
  secondment: 'Biệt phái',
  appointment: 'Bổ nhiệm',
  leaving: 'Nghỉ',
};

/** The letters of the page's list; a letter that was replaced says so. */
export function lettersSheet(
  letters: readonly StoredLetter[],
  plans: readonly Pick<Scenario, 'id' | 'name'>[],
  notice: readonly string[],
): SheetSpec {
  const names = new Map(plans.map(({ id, name }) => [id, name]));
  return {
    ...{ name: 'Quyết định', title: 'DANH SÁCH QUYẾT ĐỊNH', paper: 'A3', notice },
    frozenColumns: 2,
    columns: [
      ...[ORDINAL, text('Số', 18), day('Ngày'), text('Loại', 18), text('Họ và tên', 26)],
      ...[text('Vị trí nơi đến', 34), text('Đơn vị nơi đến', 34), text('Phương án', 40)],
      ...[text('Lập lúc', 18), text('Tình trạng', 18)],
    ],
    rows: letters.map((letter, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, letter.numberText, letter.issuedOn, LETTER_KINDS[letter.kind]],
        ...[letter.fields.ho_ten, letter.fields.vi_tri_moi || null],
        letter.fields.don_vi_moi || null,
        letter.scenarioId === null ? null : (names.get(letter.scenarioId) ?? null),
        ...[instantText(letter.issuedAt), letter.isCurrent ? 'còn hiệu lực' : 'đã được thay'],
      ],
    })),
  };
}

/** Stretches of numbers, how far each is used, and who signs what bears them. */
export function blocksSheet(blocks: readonly NumberBlock[], notice: readonly string[]): SheetSpec {
  return {
    ...{ name: 'Dải số', title: 'DẢI SỐ QUYẾT ĐỊNH', paper: 'A3', notice },
    columns: [
      ...[ORDINAL, text('Ký hiệu', 16), count('Năm'), count('Từ số'), count('Đến số')],
      ...[count('Đã cấp'), count('Còn lại'), text('Cơ quan cấp trên', 34)],
      ...[text('Cơ quan ban hành', 34), text('Nơi ban hành', 18), text('Thẩm quyền', 34)],
      ...[text('Chức danh người ký', 24), text('Người ký', 24)],
    ],
    rows: blocks.map(({ symbol, year, first, last, next, issuer }, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, symbol, year, first, last, next - first, last + 1 - next],
        ...[issuer.superior || null, issuer.body, issuer.place, issuer.authority],
        ...[issuer.signerTitle, issuer.signerName || null],
      ],
    })),
  };
}

const SIDES: Readonly<Record<Side, string>> = { sending: 'cử đi', receiving: 'tiếp nhận' };
const STATES: Readonly<Record<AskedState, string>> = {
  waiting: 'Chờ trả lời',
  silent: 'Hết hạn, không trả lời',
  agreed: 'Đồng ý',
  objected: 'Không đồng ý',
  overruled: 'Không chấp nhận ý kiến',
};
const ANSWERS: Readonly<Record<Answer, string>> = STATES;
const REASONS: Readonly<Record<AnswerReason, string>> = {
  'no-need': 'Không có nhu cầu',
  'not-qualified': 'Không đúng chuyên môn',
  'post-taken': 'Vị trí đã có người',
  'needed-here': 'Đơn vị đang cần người này',
  'too-far': 'Quá xa nhà',
  family: 'Hoàn cảnh gia đình',
  'task-first': 'Yêu cầu nhiệm vụ',
  'answered-in-meeting': 'Đã giải trình tại cuộc họp',
  other: 'Lý do khác',
};

/** Each unit that a plan asks with everything that it said, a line an answer; a unit without one has a line too. */
export function answersSheet(told: Agreements, notice: readonly string[]): SheetSpec {
  const { scenario, answerUntil, units } = told;
  return {
    ...{ name: 'Ý kiến các đơn vị', title: 'Ý KIẾN CÁC ĐƠN VỊ VỀ PHƯƠNG ÁN', paper: 'A3' },
    notice: [
      `Phương án "${scenario.name}".`,
      ...(answerUntil === null ? [] : [`Hạn trả lời: hết ngày ${dayText(answerUntil)}.`]),
      ...notice,
    ],
    columns: [
      ...[ORDINAL, text('Đơn vị', 34), text('Bên', 12), count('Số người'), text('Kết quả', 24)],
      ...[text('Ý kiến', 24), text('Lý do', 26), text('Ý kiến cụ thể', 50)],
      ...[text('Người trả lời', 26), text('Ghi thay', 10), text('Lúc', 18)],
      text('Còn tính cho lần trình này', 14),
    ],
    rows: units.flatMap((unit, at) => rowsOf(unit, { at, runId: told.runId })),
  };
}

function rowsOf(
  unit: AskedWithAnswers,
  { at, runId }: { readonly at: number; readonly runId: number | null },
): RowSpec[] {
  const asked = [at + 1, unit.unitName, SIDES[unit.side], unit.people, STATES[unit.state]];
  const said = unit.answers.map((given) => answerCells(given, runId));
  return (said.length === 0 ? [NOTHING_SAID] : said).map((cells) => ({
    kind: 'cells',
    cells: [...asked, ...cells],
  }));
}

const NOTHING_SAID: readonly CellInput[] = Array.from({ length: 7 }, () => null);

function answerCells(given: StoredAnswer, runId: number | null): CellInput[] {
  const { answer, reason, note, answeredName, onBehalf, answeredAt, counts } = given;
  return [
    ...[ANSWERS[answer], reason === null ? null : REASONS[reason], note],
    ...[answeredName, onBehalf ? 'có' : null, instantText(answeredAt)],
    counts && given.runId === runId ? 'có' : 'không',
  ];
}
