import { defineText } from '../../lib/text/define-text.js';

export const continuityText = defineText(
  {
    about:
      'Mỗi nhiệm vụ của xã (lĩnh vực theo Nghị định 150/2025/NĐ-CP) cần một phòng tiếp nhận và ít nhất một người đủ tiêu chuẩn, có tên, ngay ngày đầu.',
    counts: (covered: string, sole: string, uncovered: string) =>
      `${covered} nhiệm vụ có từ hai người; ${sole} chỉ một người; ${uncovered} có chỉ tiêu nhưng không ai đủ tiêu chuẩn;`,
    more: (unassigned: string, noDivision: string) =>
      `${unassigned} không giao chỉ tiêu và không ai phụ trách; ${noDivision} không có phòng.`,
    old: (some: string, all: string) => `${some} trong ${all} đơn vị cũ còn nhiệm vụ chưa ai nhận.`,
    state: 'Tình trạng',
    'state.no-division': 'Không có phòng tiếp nhận',
    'state.uncovered': 'Không ai đủ tiêu chuẩn',
    'state.unassigned': 'Chưa giao, chưa ai phụ trách',
    'state.sole': 'Chỉ một người',
    'state.covered': 'Từ hai người',
    workbook: 'Ai giữ nhiệm vụ nào',
    none: 'Không có nhiệm vụ nào ở tình trạng này.',
    function: 'Nhiệm vụ',
    division: 'Phòng',
    seats: 'Chỉ tiêu',
    holders: 'Người đủ tiêu chuẩn',
  },
  {
    about:
      'Each function of a commune (fields after Decree 150/2025/NĐ-CP) needs a division and at least one named, qualified holder on day one.',
    counts: (covered: string, sole: string, uncovered: string) =>
      `${covered} functions have two people or more; ${sole} only one; ${uncovered} have seats and nobody qualified;`,
    more: (unassigned: string, noDivision: string) =>
      `${unassigned} have neither seats nor holder; ${noDivision} have no division.`,
    old: (some: string, all: string) =>
      `${some} of ${all} old units have functions that nobody took.`,
    state: 'State',
    'state.no-division': 'No division',
    'state.uncovered': 'Nobody qualified',
    'state.unassigned': 'No seats, no holder',
    'state.sole': 'One person only',
    'state.covered': 'Two or more',
    workbook: 'Who holds which function',
    none: 'No function is in this state.',
    function: 'Function',
    division: 'Division',
    seats: 'Seats',
    holders: 'Qualified people',
  },
);
