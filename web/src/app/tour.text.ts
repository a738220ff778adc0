import { defineText } from '../lib/text/define-text.js';

export const tourText = defineText(
  {
    help: 'Trợ giúp',
    helpTitle: 'Trợ giúp',
    offer: 'Lần đầu ở đây? Có phần giới thiệu khoảng hai phút.',
    start: 'Xem giới thiệu',
    again: 'Xem lại phần giới thiệu (hai phút)',
    never: 'Không cần',
    terms: 'Thuật ngữ',
    next: 'Tiếp',
    previous: 'Trước',
    finish: 'Xong',
    step: (at: string, all: string) => `Bước ${at}/${all}`,
    keys: 'Dùng được bàn phím: mũi tên trái, phải để chuyển bước, Esc để đóng.',
    'menu.title': 'Menu theo công việc',
    'menu.words': 'Mỗi nhóm là một việc; chỉ hiện những trang bạn được xem.',
    'content.title': 'Trang đang xem',
    'content.words.officer':
      'Trang đầu cho biết thừa, thiếu và việc cần làm hôm nay. Con số nào cũng bấm được để ra danh sách người. Việc của bạn đi từ Danh sách (nhập), Sáp nhập và bố trí (vẽ bản đồ, chạy, kéo người vào chỗ) đến Quyết định.',
    'content.words.leader':
      'Đây là số liệu của xã bạn: ai ở lại, ai đến, ai đi, còn thiếu gì. Khi phương án được trình, bạn thống nhất hoặc nêu lý do không thống nhất ở trang so sánh phương án.',
    'content.words.manager':
      'Gửi danh sách theo từng bước: gửi tệp, nhận cột, sửa lỗi, xem trước, ghi vào sổ; ghi nhầm thì hoàn tác được. Tệp mẫu có ở trang tải về.',
    'content.words.auditor':
      'Nhật ký ghi ai làm gì, lúc nào, vì sao; từng dòng được niêm phong và kiểm tra lại được.',
    'content.words.administrator':
      'Tạo tài khoản, đặt vai trò và phạm vi; không ai được cấp quyền rộng hơn việc của mình.',
    'language.title': 'Tiếng Việt, tiếng Anh',
    'language.words': 'Đổi ngôn ngữ bất cứ lúc nào; dữ liệu không đổi.',
    'help.title': 'Khi gặp từ lạ',
    'help.words':
      'Dấu ? cạnh một thuật ngữ cho biết nghĩa và văn bản. Tất cả thuật ngữ, và phần giới thiệu này, nằm trong Trợ giúp.',
    'account.title': 'Tài khoản của bạn',
    'account.words': 'Phạm vi bạn được xem, mật khẩu, xác thực hai bước và đăng xuất.',
  },
  {
    help: 'Help',
    helpTitle: 'Help',
    offer: 'First time here? There is a tour of about two minutes.',
    start: 'Take the tour',
    again: 'Take the tour again (two minutes)',
    never: 'No need',
    terms: 'Terms',
    next: 'Next',
    previous: 'Back',
    finish: 'Done',
    step: (at: string, all: string) => `Step ${at} of ${all}`,
    keys: 'It goes by keyboard too: left and right arrows change the step, Esc closes.',
    'menu.title': 'The menu goes by jobs',
    'menu.words': 'Each group is one job; only views that you may see are there.',
    'content.title': 'The view',
    'content.words.officer':
      'The first view says what is over, what is short and what needs you today. Every figure leads to its people. Your work goes from Lists (import) over Merger and placement (draw the map, run, drag people to seats) to Decisions.',
    'content.words.leader':
      'These are the figures of your commune: who stays, comes and goes, what is short. Once a plan is submitted you agree, or object with a reason, where plans are compared.',
    'content.words.manager':
      'Rosters go step by step: send the file, map its columns, repair, preview, promote; what was promoted by mistake can be undone. Templates are on the download view.',
    'content.words.auditor':
      'The trail says who did what, when and why; every entry is sealed and can be verified.',
    'content.words.administrator':
      'Make accounts, give a role and a scope; nobody gets more than the work needs.',
    'language.title': 'Vietnamese and English',
    'language.words': 'Change the language at any time; the data stay the same.',
    'help.title': 'When a word is new',
    'help.words':
      'The ? beside a term tells its meaning and its document. All terms, and this tour, are under Help.',
    'account.title': 'Your account',
    'account.words': 'What you may see, password, second factor and sign-out.',
  },
);
