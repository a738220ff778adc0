import { defineText } from '../../lib/text/define-text.js';

export const runStateText = defineText(
  {
    stale: 'Số liệu đã thay đổi sau lần chạy này',
    staleHelp:
      'Kết quả dưới đây tính trên số liệu cũ. Hãy chạy lại; nếu danh sách, đơn vị hoặc quy định đã đổi thì lập lại phương án.',
    'changed.people-added': (n: string) => `${n} người mới có trong sổ`,
    'changed.people-gone': (n: string) => `${n} người không còn trong sổ`,
    'changed.people-changed': (n: string) => `${n} người có hồ sơ đã sửa`,
    'changed.units': (n: string) => `${n} đơn vị đã sửa`,
    'changed.catalogue': (n: string) => `${n} mục của danh mục vị trí, ngạch, chuyên môn đã sửa`,
    'changed.law': (n: string) => `${n} tham số của quy định đã sửa`,
    'changed.seats': (n: string) => `${n} vị trí có chỉ tiêu đã sửa`,
    'changed.map': () => 'Bản đồ sáp nhập đã vẽ lại',
    'changed.pins-set': (n: string) => `${n} người có chỉ định đặt sau lần chạy`,
    'changed.pins-off': (n: string) => `${n} người có chỉ định bị bỏ sau lần chạy`,
    'changed.pins-reason': () => 'Lý do của một chỉ định đã sửa',
    'changed.engine': () => 'Phần mềm đã có cách tính mới hơn',
    conditions: 'Điều kiện kèm theo',
    cutShort: 'Đã hết thời gian tìm; chạy lại có thể tốt hơn.',
    andMore: (names: string, n: string) => `${names} và ${n} mục khác`,
  },
  {
    stale: 'Facts have changed since this run',
    staleHelp:
      'The result below stands on the old facts. Run again; where rosters, units or the law changed, make a new scenario.',
    'changed.people-added': (n: string) => `${n} people are new in the registry`,
    'changed.people-gone': (n: string) => `${n} people are no longer in the registry`,
    'changed.people-changed': (n: string) => `${n} people have other records now`,
    'changed.units': (n: string) => `${n} units are others now`,
    'changed.catalogue': (n: string) =>
      `${n} entries of positions, ranks and majors are others now`,
    'changed.law': (n: string) => `${n} parameters of the law are others now`,
    'changed.seats': (n: string) => `${n} positions have other seats now`,
    'changed.map': () => 'The merger map was drawn anew',
    'changed.pins-set': (n: string) => `${n} people were pinned after the run`,
    'changed.pins-off': (n: string) => `${n} people lost a pin after the run`,
    'changed.pins-reason': () => 'The reason of a pin was reworded',
    'changed.engine': () => 'The program reckons in a newer way',
    conditions: 'Conditions',
    cutShort: 'The time ran out before the search did.',
    andMore: (names: string, n: string) => `${names} and ${n} more`,
  },
);
