import type { PinFact } from '../../scenario/facts.js';
import type { ConflictKind, RebaseConflict } from './conflict.js';

/** What people, units and positions are called; null = somebody who must not be named. */
export interface ConflictNames {
  person(key: string): string | null;
  unit(code: string): string;
  position(code: string): string;
}

/** What is in conflict, as a sentence for the officer. */
export function conflictWords(conflict: RebaseConflict, names: ConflictNames): string {
  const { what, subject, fields, successor, pin, newPin } = conflict;
  const person = names.person(subject) ?? 'Một người giữ chức danh do cấp ủy quản lý';
  const [unitCode = '', positionCode = ''] = subject.split('/');
  const seat = `${names.position(positionCode)}, ${names.unit(unitCode)}`;
  const place = (each: PinFact | null): string => placeWords(each, names);
  const by = successor === null ? '' : ` Vị trí kế tiếp: ${names.position(successor)}.`;
  const words: Readonly<Record<ConflictKind, string>> = {
    'person-added': `${person}: mới có trong sổ, chưa có trong phương án.`,
    'person-gone': `${person}: không còn trong sổ.`,
    'person-changed': `${person}: hồ sơ đã khác (${fields.map(fieldWord).join(', ')}).`,
    'wish-changed': `${person}: nguyện vọng đã khác.`,
    'unit-added': `${names.unit(subject)}: đơn vị mới có trong sổ, chưa có trong bản đồ sáp nhập.`,
    'unit-gone': `${names.unit(subject)}: đơn vị không còn trong sổ vào ngày trước sắp xếp.`,
    'unit-changed': `${names.unit(subject)}: thông tin đơn vị đã khác.`,
    'seat-closed': `${seat}: vị trí không còn hiệu lực.${by}`,
    'seat-added': `${seat}: sổ có chỉ tiêu mà phương án không có.`,
    'seat-changed': `${seat}: số chỉ tiêu trong sổ khác phương án.`,
    catalogue: `Danh mục vị trí, ngạch, ngành đã khác: ${listed(fields)}.`,
    law: `Tham số quy định đã khác: ${listed(fields)}.`,
    'pin-person-gone': `Chỉ định ${place(pin)} của người không còn trong sổ.`,
    'pin-illegal': `${person}: chỉ định ${place(pin)} nay trái quy định.${by}`,
    'pin-changed': `${person}: danh sách của đơn vị nay ghi ${place(newPin)}, phương án đang chỉ định ${place(pin)}.`,
    'pin-withdrawn': `${person}: danh sách của đơn vị không còn ghi ${place(pin)}.`,
    'pin-added': `${person}: danh sách của đơn vị ghi ${place(newPin)}.`,
  };
  return words[what];
}

const MOST_LISTED = 10;

function listed(fields: readonly string[]): string {
  const more = fields.length - MOST_LISTED;
  const shown = fields.slice(0, MOST_LISTED).join(', ');
  return more > 0 ? `${shown} và ${more} mục khác` : shown;
}

function placeWords(pin: PinFact | null, names: ConflictNames): string {
  if (pin === null) return '';
  if (pin.kind === 'leave') return 'nghỉ';
  const position = pin.positionCode === null ? 'mọi vị trí' : names.position(pin.positionCode);
  const unit = pin.unitCode === null ? 'mọi đơn vị' : names.unit(pin.unitCode);
  return `${pin.kind === 'forbid' ? 'không bố trí vào ' : ''}${position} (${unit})`;
}

/** The field of a person in words; what it says stays in the file of the person. */
function fieldWord(field: string): string {
  return FIELDS[field] ?? 'thông tin khác';
}

const FIELDS: Readonly<Record<string, string>> = {
  fullName: 'họ tên',
  sex: 'giới tính',
  bornOn: 'ngày sinh',
  recruitedOn: 'ngày tuyển dụng',
  unitCode: 'đơn vị công tác',
  positionCode: 'vị trí',
  block: 'khối',
  group: 'nhóm vị trí',
  degree: 'trình độ',
  majorGroup: 'nhóm ngành',
  rank: 'ngạch',
  certificates: 'chứng chỉ',
  languages: 'ngôn ngữ',
  plannedTitle: 'quy hoạch',
  homeUnitCode: 'nơi ở',
  homePoint: 'nơi ở',
  conditions: 'trường hợp chưa được điều động',
  wish: 'nguyện vọng',
  spouseKey: 'vợ hoặc chồng',
};
