import type { Exit, Stage } from '../../decision/person/person-state.rules.js';
import type {
  PersonState,
  PersonStates,
  StatesFilter,
} from '../../decision/person/person-states.service.js';
import type { CellInput, ColumnSpec, SheetSpec } from '../../sheet/sheet-spec.js';

const STAGES: Readonly<Record<Stage, string>> = {
  'not-placed': 'Chưa bố trí',
  proposed: 'Dự kiến',
  heard: 'Đã lấy ý kiến',
  submitted: 'Đã trình',
  approved: 'Đã phê duyệt',
  decided: 'Có quyết định',
  arrived: 'Đã nhận việc',
};
const EXITS: Readonly<Record<Exit, string>> = {
  surplus: 'Dôi dư theo lộ trình',
  retired: 'Nghỉ hưu trước tuổi',
  left: 'Thôi việc',
};

const ORDINAL: ColumnSpec = { label: 'TT', width: 6, align: 'center' };
const OPEN: ColumnSpec = { label: 'Kiến nghị chưa trả lời', width: 12, align: 'right' };
const text = (label: string, width: number): ColumnSpec => ({ label, width });
const day = (label: string): ColumnSpec => ({ label, kind: 'date', width: 13, align: 'center' });

/** How far each person of a plan has come, without their opinions. */
export function peopleStatesSheet(
  { scenario, names, items }: PersonStates,
  filter: Pick<StatesFilter, 'stage' | 'exit' | 'absent' | 'open' | 'name'>,
  notice: readonly string[],
): SheetSpec {
  const only = filterWords(filter);
  return {
    ...{ name: 'Từng người', title: 'TỪNG NGƯỜI TRONG PHƯƠNG ÁN', paper: 'A3', frozenColumns: 2 },
    notice: [
      `Phương án "${scenario.name}".`,
      ...(only === '' ? [] : [`Chỉ những người được lọc: ${only}.`]),
      ...notice,
    ],
    columns: [
      ORDINAL,
      ...[text('Họ và tên', 26), text('Nơi đang làm việc', 28), text('Vị trí đang giữ', 32)],
      ...[text('Nơi dự kiến', 28), text('Vị trí dự kiến', 32), text('Bước', 18)],
      ...[text('Hướng ra', 22), day('Lấy ý kiến ngày'), text('Số quyết định', 18)],
      ...[day('Ngày quyết định'), OPEN],
      ...[text('Cần bàn giao', 12), day('Bàn giao thống nhất ngày')],
    ],
    rows: items.map((person, at) => ({
      kind: 'cells',
      cells: [at + 1, ...cellsOf(person, names)],
    })),
  };
}

function cellsOf(person: PersonState, names: PersonStates['names']): CellInput[] {
  const { oldUnitCode, oldPositionCode, unitCode, positionCode, exit } = person;
  const from = names?.oldPlace(oldUnitCode, oldPositionCode);
  const to = names?.newPlace(unitCode, positionCode);
  const place = [to?.unitName === to?.communeName ? null : to?.unitName, to?.communeName];
  return [
    ...[person.fullName, from?.oldUnitName ?? oldUnitCode],
    ...[from?.oldPositionName ?? oldPositionCode, place.filter(Boolean).join(', ') || null],
    ...[to?.positionName ?? null, STAGES[person.stage], exit === null ? null : EXITS[exit]],
    ...[person.heardOn, person.letterNumber, person.decidedOn, person.open || null],
    ...[person.absent ? 'có' : null, person.handedOverOn],
  ];
}

function filterWords({ stage, exit, absent, open, name }: Partial<StatesFilter>): string {
  return [
    ...(stage === undefined ? [] : [STAGES[stage].toLocaleLowerCase('vi')]),
    ...(exit === undefined ? [] : [EXITS[exit].toLocaleLowerCase('vi')]),
    ...(absent === true ? ['cần bàn giao công việc'] : []),
    ...(open === true ? ['kiến nghị, khiếu nại chưa trả lời'] : []),
    ...(name === undefined ? [] : [`tên có "${name}"`]),
  ].join('; ');
}
