import { defineText } from '../../lib/text/define-text.js';

export const continuityText = defineText(
  {
    about:
      'Mỗi nhiệm vụ của xã (lĩnh vực theo Nghị định 150/2025/NĐ-CP) cần một phòng tiếp nhận và ít nhất một người đủ tiêu chuẩn, có tên, ngay ngày đầu.',
    'count.covered': (count: string) => `${count} nhiệm vụ có từ hai người`,
    'count.sole': (count: string) => `${count} nhiệm vụ chỉ một người`,
    'count.uncovered': (count: string) =>
      `${count} nhiệm vụ có chỉ tiêu nhưng không ai đủ tiêu chuẩn`,
    'count.unassigned': (count: string) =>
      `${count} nhiệm vụ không giao chỉ tiêu và không ai phụ trách`,
    'count.no-division': (count: string) => `${count} nhiệm vụ không có phòng tiếp nhận`,
    'count.old': (some: string, all: string) =>
      `${some} trong ${all} đơn vị cũ còn nhiệm vụ chưa ai nhận`,
    states: 'Xem danh sách theo tình trạng',
    workbook: 'Ai giữ nhiệm vụ nào',
    none: 'Không có nhiệm vụ nào ở tình trạng này.',
    function: 'Nhiệm vụ',
    division: 'Phòng',
    seats: 'Chỉ tiêu',
    holders: 'Người đủ tiêu chuẩn',
    oldUnit: 'Đơn vị cũ',
    successors: 'Đơn vị mới',
    untaken: 'Nhiệm vụ chưa ai nhận',
    noneOld: 'Mọi nhiệm vụ của các đơn vị cũ đã có người nhận.',
  },
  {
    about:
      'Each function of a commune (fields after Decree 150/2025/NĐ-CP) needs a division and at least one named, qualified holder on day one.',
    'count.covered': (count: string) => `${count} functions have two people or more`,
    'count.sole': (count: string) => `${count} functions have one person only`,
    'count.uncovered': (count: string) => `${count} functions have seats and nobody qualified`,
    'count.unassigned': (count: string) => `${count} functions have neither seats nor holder`,
    'count.no-division': (count: string) => `${count} functions have no division`,
    'count.old': (some: string, all: string) =>
      `${some} of ${all} old units have functions that nobody took`,
    states: 'See the list by state',
    workbook: 'Who holds which function',
    none: 'No function is in this state.',
    function: 'Function',
    division: 'Division',
    seats: 'Seats',
    holders: 'Qualified people',
    oldUnit: 'Old unit',
    successors: 'New units',
    untaken: 'Functions that nobody took',
    noneOld: 'Every function of the old units has somebody.',
  },
);
