import { defineText } from '../../lib/text/define-text.js';

export const reportText = defineText(
  {
    title: 'Tải về',
    lead: 'Bảng Excel để trình, gửi và lưu. Mỗi phương án có ba bảng; bảng phương án có thể kèm giải trình.',
    none: 'Chưa có phương án nào được chạy nên chưa có bảng để tải.',
    plan: 'Phương án bố trí từng người',
    planAbout: 'Vị trí cũ, vị trí mới, hình thức, khoảng cách, lý do.',
    'plan-with-prices': 'Phương án kèm giải trình',
    'plan-with-pricesAbout':
      'Thêm hai bảng: nơi tốt tiếp theo của từng người với mức thay đổi và ai chuyển chỗ, quy định cản nơi khác; chỗ trống nào ai có thể nhận. Lập mất nhiều thời gian hơn.',
    gap: 'Thừa – thiếu theo đơn vị và vị trí',
    gapAbout: 'Chỉ tiêu, người, dôi dư, còn trống, chưa đạt, thiếu.',
    surplus: 'Danh sách dôi dư',
    surplusAbout: 'Người chưa được bố trí và vì sao.',
    download: 'Tải .xlsx',
    downloadOf: (name: string) => `Tải .xlsx: ${name}`,
    api: 'Cho lập trình viên',
    apiAbout: 'Mọi số liệu trên trang đều lấy từ giao diện lập trình mở, có mô tả đầy đủ.',
    apiLink: 'Mở mô tả API',
    runAt: (when: string) => `chạy lúc ${when}`,
  },
  {
    title: 'Downloads',
    lead: 'Excel workbooks to submit, send and keep. Each run has three; the plan may come with its reasons in full.',
    none: 'No scenario has been run yet, so there is nothing to download.',
    plan: 'Placement of each person',
    planAbout: 'Old post, new post, kind of movement, distance, reason.',
    'plan-with-prices': 'The plan with its reasons in full',
    'plan-with-pricesAbout':
      'Two tables more: the next best places of each person with what they would change and who moves, what closes the others; who could take which open seat. It takes longer.',
    gap: 'Gap by unit and position',
    gapAbout: 'Seats, people, surplus, vacant, misfit, shortage.',
    surplus: 'Surplus list',
    surplusAbout: 'Who is not placed, and why.',
    download: 'Download .xlsx',
    downloadOf: (name: string) => `Download .xlsx: ${name}`,
    api: 'For developers',
    apiAbout: 'Every figure of this page comes from an open, fully described interface.',
    apiLink: 'Open the API description',
    runAt: (when: string) => `run at ${when}`,
  },
);
