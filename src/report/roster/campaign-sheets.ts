import type {
  PeopleFilter,
  PersonOfUnit,
  UnitFilter,
} from '../../roster/campaign/campaign-people.plan.js';
import type { CampaignState, RosterFault } from '../../roster/campaign/campaign.rules.js';
import type { JudgedPerson, UnitInCampaign } from '../../roster/campaign/campaign.service.js';
import { instantText } from '../../shared/instant.js';
import type { CellInput, ColumnSpec, SheetSpec } from '../../sheet/sheet-spec.js';

const STATES: Readonly<Record<CampaignState | 'remind', string>> = {
  'not-sent': 'Chưa gửi',
  'with-errors': 'Đã gửi, còn lỗi',
  sent: 'Đã gửi, chờ ghi sổ',
  promoted: 'Đã ghi sổ',
  signed: 'Đã ký',
  remind: 'Cần nhắc',
};
const FAULTS: Readonly<Record<RosterFault | 'any', string>> = {
  withoutField: 'Thiếu ngành',
  impossibleDates: 'Ngày không thể có',
  doubles: 'Trùng người',
  withoutNumber: 'Thiếu số định danh',
  any: 'Có thiếu, sai',
};

const ORDINAL: ColumnSpec = { label: 'TT', width: 6, align: 'center' };
const text = (label: string, width: number): ColumnSpec => ({ label, width });
const count = (label: string, width = 10): ColumnSpec => ({ label, width, align: 'right' });

/** The units of a campaign: how far each is, how good its roster is, and who signed. */
export function campaignUnitsSheet(
  units: readonly UnitInCampaign[],
  { state }: UnitFilter,
  notice: readonly string[],
): SheetSpec {
  return {
    ...{ name: 'Đơn vị', title: 'ĐỢT GỬI DANH SÁCH: ĐƠN VỊ', paper: 'A3', frozenColumns: 2 },
    notice: noticeOf([...(state === undefined ? [] : [STATES[state]])], notice),
    columns: [
      ...[ORDINAL, text('Đơn vị', 32), text('Đã đến đâu', 20), count('Số người')],
      ...[count('Chất lượng (%)'), count(FAULTS.withoutField), count(FAULTS.impossibleDates)],
      ...[count(FAULTS.doubles), count(FAULTS.withoutNumber), text('Người ký', 26)],
      ...[text('Ký lúc', 18), text('Ký thay', 10), text('Thay đổi sau khi ký', 14)],
    ],
    rows: units.map((unit, at) => ({ kind: 'cells', cells: [at + 1, ...unitCells(unit)] })),
  };
}

function unitCells(unit: UnitInCampaign): CellInput[] {
  const { quality, signature } = unit;
  const { people, score, withoutField, impossibleDates, doubles, withoutNumber } = quality;
  return [
    ...[unit.unitName, STATES[unit.state], people, people === 0 ? null : score],
    ...[withoutField, impossibleDates, doubles, withoutNumber],
    signature?.signedName ?? null,
    signature === null ? null : instantText(signature.signedAt),
    ...[signature?.onBehalf === true ? 'có' : null, unit.changedSince ? 'có' : null],
  ];
}

/** The people of the units, with what is wrong with each in the registry. */
export function campaignPeopleSheet(
  people: readonly PersonOfUnit<JudgedPerson>[],
  { state, unit, fault, search }: PeopleFilter,
  notice: readonly string[],
): SheetSpec {
  const only = [
    ...(state === undefined ? [] : [STATES[state]]),
    ...(unit === undefined ? [] : [`đơn vị ${people[0]?.unitName ?? unit}`]),
    ...(fault === undefined ? [] : [FAULTS[fault]]),
    ...(search === undefined ? [] : [`tên có "${search}"`]),
  ];
  return {
    ...{ name: 'Người', title: 'ĐỢT GỬI DANH SÁCH: TỪNG NGƯỜI', paper: 'A4', frozenColumns: 2 },
    notice: noticeOf(only, notice),
    columns: [
      ...[ORDINAL, text('Họ và tên', 26), text('Đơn vị', 28), text('Phòng, trung tâm', 26)],
      ...[text('Vị trí việc làm', 34), text('Còn thiếu, sai', 34)],
    ],
    rows: people.map((person, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, person.fullName, person.unitName],
        person.lowestUnitCode === person.unitCode ? null : person.lowestUnitName,
        person.positionName,
        person.faults.map((each) => FAULTS[each]).join(', ') || null,
      ],
    })),
  };
}

function noticeOf(only: readonly string[], notice: readonly string[]): string[] {
  const narrowed = only.map((each) => each.toLocaleLowerCase('vi')).join('; ');
  return narrowed === '' ? [...notice] : [`Chỉ những dòng được lọc: ${narrowed}.`, ...notice];
}
