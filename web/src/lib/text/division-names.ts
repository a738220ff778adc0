/** What divisions of a commune are called on the day of a merger, in Vietnamese and English. */
export const DIVISION_NAMES: readonly (readonly [vi: string, en: string])[] = [
  ['Văn phòng HĐND và UBND', 'Office of Council and Committee'],
  ['Phòng Kinh tế', 'Economic Division'],
  ['Phòng Kinh tế, Hạ tầng và Đô thị', 'Economic, Infrastructure and Urban Division'],
  ['Phòng Văn hóa - Xã hội', 'Culture and Society Division'],
  ['Trung tâm Phục vụ hành chính công', 'Public Administrative Service Centre'],
  ['Ban Chỉ huy Quân sự', 'Military Command'],
  ['Cơ quan Đảng ủy', 'Party bodies'],
  ['Ủy ban Mặt trận Tổ quốc Việt Nam', 'Front Committee'],
  ['Đơn vị sự nghiệp công lập', 'Public service units'],
];
