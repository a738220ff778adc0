import type { Degree, NoGoCase, Sex, WishKind } from '../../rules/vocabulary.js';

export const SEX_NAMES: Readonly<Record<Sex, string>> = { male: 'Nam', female: 'Nữ' };

export const DEGREE_NAMES: Readonly<Record<Degree, string>> = {
  primary: 'sơ cấp',
  intermediate: 'trung cấp',
  college: 'cao đẳng',
  university: 'đại học',
  master: 'thạc sĩ',
  doctorate: 'tiến sĩ',
};

export const CASE_NAMES: Readonly<Record<NoGoCase, string>> = {
  discipline: 'Đang xem xét, xử lý kỷ luật',
  prosecution: 'Đang bị khởi tố, điều tra, truy tố, xét xử, thanh tra, kiểm tra',
  'grave-illness': 'Đang điều trị bệnh hiểm nghèo',
  'study-or-seconded': 'Đang học dài hạn hoặc biệt phái',
  maternity: 'Mang thai, nghỉ thai sản, nuôi con dưới 36 tháng',
  'hard-circumstances': 'Hoàn cảnh đặc biệt khó khăn',
  other: 'Trường hợp khác',
};

export const WISH_NAMES: Readonly<Record<WishKind, string>> = {
  stay: 'Ở lại',
  move: 'Chuyển đến',
  'retire-early': 'Nghỉ hưu trước tuổi',
  leave: 'Thôi việc',
};
