import { defineText } from '../lib/text/define-text.js';

export const noticeText = defineText(
  {
    invented: 'Dữ liệu minh họa: họ tên và hồ sơ cá nhân là hư cấu.',
    law: (day: string) => `Giả định áp dụng pháp luật có hiệu lực ngày ${day}.`,
    onlyUnits: (units: string) => `Bạn chỉ thấy số liệu trong phạm vi của mình: ${units}.`,
    noUnit: 'chưa có đơn vị nào',
    onlyBlocks: (blocks: string) => `Bạn chỉ thấy số liệu thuộc phần phụ trách: ${blocks}.`,
    details: 'Chi tiết',
    title: 'Về số liệu trên trang',
    inventedLong:
      'Mọi người trong danh sách minh họa đều do máy tạo ra, không phải người thật. Đơn vị hành chính, việc sáp nhập và ranh giới là thật.',
    days: (effective: string, rules: string) =>
      `Đơn vị và vị trí công tác thay đổi từ ngày ${effective}. Tiêu chuẩn vị trí, biên chế và điều kiện điều động được xét theo pháp luật có hiệu lực ngày ${rules}; đây là một giả định.`,
    distance:
      'Khoảng cách là đường chim bay từ quê quán (nếu không rõ thì từ đơn vị cũ) tới xã, không phải đường bộ.',
    publicFigures: 'Số liệu đã công bố',
    assumptions: 'Giả định',
    'figure.people': 'Người thuộc diện sắp xếp',
    'figure.district-people': 'trong đó: cấp huyện',
    'figure.commune-people': 'trong đó: cấp xã',
    'figure.public-service-people': 'trong đó: đơn vị sự nghiệp',
    'figure.retiring-early': 'Người đăng ký nghỉ hưu trước tuổi',
    'figure.split-by-block': 'Cơ cấu theo khối',
    'figure.split-by-field': 'Cơ cấu số thiếu theo lĩnh vực',
    'figure.leaving-otherwise': 'Người thôi việc vì lý do khác',
    'figure.remaining': 'Người ở lại',
    'figure.government': 'Người thuộc khối chính quyền cấp xã',
    'figure.over-norm': 'Vượt biên chế khối chính quyền',
    'figure.shortage': 'Thiếu theo chuyên môn ở khối chính quyền',
    'figure.norm': 'Biên chế khối chính quyền',
  },
  {
    invented: 'Demonstration data: all names and files are invented.',
    law: (day: string) => `The law in force on ${day} is assumed.`,
    onlyUnits: (units: string) => `You see figures of your scope only: ${units}.`,
    noUnit: 'no unit yet',
    onlyBlocks: (blocks: string) => `You see the figures of your part only: ${blocks}.`,
    details: 'Details',
    title: 'About the figures on this page',
    inventedLong:
      'Everybody in the demonstration roster was generated; nobody is a real person. The administrative units, their merger and their borders are real.',
    days: (effective: string, rules: string) =>
      `Units and posts change on ${effective}. Standards of positions, posts granted and conditions of transfer follow the law in force on ${rules}; this is an assumption.`,
    distance:
      'Distances are straight lines from the home commune (from the old unit where it is unknown) to the commune, not roads.',
    publicFigures: 'Published figures',
    assumptions: 'Assumptions',
    'figure.people': 'People to be re-organised',
    'figure.district-people': 'of them: districts',
    'figure.commune-people': 'of them: communes',
    'figure.public-service-people': 'of them: public-service units',
    'figure.retiring-early': 'People registered to retire early',
    'figure.split-by-block': 'Split by block',
    'figure.split-by-field': 'Split of the shortage by field',
    'figure.leaving-otherwise': 'People leaving for other reasons',
    'figure.remaining': 'People who remain',
    'figure.government': 'People in the communes’ government block',
    'figure.over-norm': 'Over the norm, government block',
    'figure.shortage': 'Short by field, government block',
    'figure.norm': 'Posts granted, government block',
  },
);
