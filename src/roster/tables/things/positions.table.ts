import { positionOfRow, positionSuccessionOfRow } from '../../../registry/position-sheet.js';
import { thingTable, type ThingColumn } from './thing-table.js';

/** Named as in `data/positions.csv`. */
export const POSITION_COLUMNS: readonly ThingColumn[] = [
  { column: 'code', label: 'Mã vị trí', known: ['ma', 'ma vi tri viec lam', 'ma vtvl'] },
  {
    column: 'name_vi',
    label: 'Tên vị trí việc làm',
    known: ['ten vi tri', 'vi tri viec lam', 'ten'],
  },
  { column: 'name_en', label: 'Tên tiếng Anh' },
  { column: 'catalogue', label: 'Danh mục', known: ['phien ban danh muc'] },
  { column: 'block', label: 'Khối' },
  { column: 'division_kind', label: 'Bộ phận', known: ['phong', 'loai bo phan'] },
  { column: 'position_group', label: 'Nhóm vị trí', known: ['nhom'] },
  { column: 'field', label: 'Mã lĩnh vực', known: ['linh vuc', 'nganh linh vuc'] },
  {
    column: 'min_degree',
    label: 'Trình độ tối thiểu',
    known: ['trinh do', 'yeu cau trinh do'],
  },
  { column: 'major_groups', label: 'Mã nhóm ngành', known: ['nhom nganh'] },
  { column: 'ranks', label: 'Mã ngạch', known: ['ngach'] },
  { column: 'certificates', label: 'Chứng chỉ' },
  { column: 'given', label: 'Do bầu cử, cấp ủy quản lý', known: ['given', 'bau cu'] },
  {
    column: 'party_managed',
    label: 'Diện cấp ủy quản lý',
    known: ['cap uy quan ly'],
  },
  { column: 'starts_on', label: 'Từ ngày', known: ['hieu luc tu'] },
  { column: 'last_on', label: 'Đến hết ngày', known: ['den ngay', 'hieu luc den'] },
  { column: 'evidence', label: 'Mức chắc chắn', known: ['do tin cay'] },
  { column: 'source', label: 'Nguồn', known: ['can cu', 'can cu phap ly'] },
];

export const POSITIONS_TABLE = thingTable({
  ...{ table: 'positions', name: 'vị trí việc làm', columns: POSITION_COLUMNS },
  essential: [['code'], ['name_vi'], ['block'], ['position_group']],
  subject: (cells) => cells.text('name_vi') || cells.text('code'),
  read: (cells) => {
    const read = positionOfRow(cells);
    if (read === null) return null;
    return {
      ...{ code: read.code, name_vi: read.name, name_en: read.nameEn, catalogue: read.catalogue },
      ...{ block: read.block, division_kind: read.divisionKind, position_group: read.group },
      ...{ field: read.field, min_degree: read.minDegree, major_groups: read.majorGroups },
      ...{ ranks: read.ranks, certificates: read.certificates, given: read.given },
      ...{ party_managed: read.partyManaged, evidence: read.evidence, source: read.source },
      ...{ starts_on: read.startsOn, last_on: cells.day('last_on') },
    };
  },
});

/** Named as in `data/position_successions.csv`. */
export const POSITION_SUCCESSION_COLUMNS: readonly ThingColumn[] = [
  { column: 'old_code', label: 'Mã vị trí cũ', known: ['vi tri cu', 'ma cu'] },
  { column: 'new_code', label: 'Mã vị trí mới', known: ['vi tri moi', 'ma moi'] },
  { column: 'preference', label: 'Thứ tự ưu tiên', known: ['uu tien', 'thu tu'] },
  {
    column: 'major_groups',
    label: 'Chỉ với mã nhóm ngành',
    known: ['nhom nganh', 'ma nhom nganh'],
  },
];

export const POSITION_SUCCESSIONS_TABLE = thingTable({
  ...{ table: 'position_successions', name: 'chuyển đổi vị trí' },
  columns: POSITION_SUCCESSION_COLUMNS,
  essential: [['old_code'], ['new_code'], ['preference']],
  subject: (cells) => `${cells.text('old_code')} → ${cells.text('new_code')}`,
  read: (cells) => {
    const { oldCode, newCode, preference, majorGroups } = positionSuccessionOfRow(cells);
    if (oldCode === '' || newCode === '') return null;
    return { old_code: oldCode, new_code: newCode, preference, major_groups: majorGroups };
  },
});
