import { defineText } from '../../lib/text/define-text.js';

export const forecastText = defineText(
  {
    title: 'Dự báo',
    lead: 'Ai nghỉ hưu khi nào, và khi đó thừa, thiếu ra sao nếu không ai được điều chuyển, không ai được tuyển thêm.',
    years: 'Qua từng năm',
    yearsAbout:
      'Mỗi dòng là số liệu đầu ngày. Chỗ trống do người đủ tiêu chuẩn đang chờ ở cùng đơn vị, cùng vị trí tiếp nhận; nếu không có thì để trống. Khoảng “từ – đến” là do hồ sơ chỉ ghi năm sinh.',
    day: 'Ngày',
    workbook: 'Tải bảng dự báo (.xlsx)',
    target: 'Lộ trình dôi dư',
    targetHelp: 'Đường thẳng từ số dôi dư ban đầu xuống 0 khi hết thời hạn.',
    retired: 'Đã nghỉ hưu',
    ended: 'Hết biệt phái, nhiệm kỳ',
    aboveLine: 'cao hơn lộ trình',
    range: (low: string, high: string) => `${low} – ${high}`,
    undated: (count: string) =>
      `${count} người thiếu ngày sinh hoặc giới tính nên chưa được dự báo.`,
    overdue: (count: string) =>
      `${count} người đã quá tuổi nghỉ hưu mà vẫn có tên: kiểm tra hồ sơ hoặc quyết định kéo dài.`,
    closed: (count: string) =>
      `${count} người tài khoản này không được xem nên không có trong dự báo.`,
    lastHolders: (count: string) =>
      `${count} lần nghỉ sẽ làm một xã không còn ai đủ tiêu chuẩn cho một vị trí.`,
    lastHoldersShow: 'Xem danh sách',
    onlyLast: 'Chỉ người duy nhất đủ tiêu chuẩn',
    leavers: 'Ai nghỉ, khi nào',
    leaversAbout:
      'Ngày đầu tiên không còn làm việc, theo Phụ lục I. Cột Phụ lục II chỉ áp dụng cho người đủ số năm làm nghề nặng nhọc hoặc ở vùng đặc biệt khó khăn; hồ sơ chưa có số năm này.',
    noLeavers: 'Không ai nghỉ trong thời gian dự báo.',
    person: 'Họ tên',
    from: 'Sớm nhất',
    until: 'Muộn nhất',
    incompleteRule: 'Theo quy định cho hồ sơ chỉ có năm sinh',
    appendixTwo: 'Nếu thuộc Phụ lục II',
    lastHolder: 'Người duy nhất đủ tiêu chuẩn ở xã',
    'kind.retirement': 'Nghỉ hưu',
    'kind.end-of-posting': 'Hết biệt phái, nhiệm kỳ',
    kind: 'Lý do',
    training: 'Cần đào tạo gì',
    trainingAbout:
      'Người đang giữ hoặc chờ vị trí, chỉ thiếu điều kiện có thể đào tạo; và số chỉ tiêu đang thiếu sẽ được lấp nếu họ hoàn thành.',
    noTraining: 'Không có ai thuộc diện cần đào tạo thêm.',
    lacks: 'Còn thiếu',
    seatsFilled: 'Chỉ tiêu được lấp',
    trainingSum: (lines: string, people: string, seats: string) =>
      `${lines} dòng, ${people} người, lấp được ${seats} chỉ tiêu đang thiếu.`,
    who: 'Ai',
  },
  {
    title: 'Forecast',
    lead: 'Who retires when, and what is then surplus and short if nobody is moved and nobody comes.',
    years: 'Year by year',
    yearsAbout:
      'Each row is the state at the beginning of the day. A free seat goes to a qualified person who waits in the same unit and position; else it stays vacant. A range stands where the file knows only the year of birth.',
    day: 'Day',
    workbook: 'Workbook of the forecast (.xlsx)',
    target: 'Surplus line',
    targetHelp: 'Straight from the first surplus down to 0 on the deadline.',
    retired: 'Retired',
    ended: 'Secondments, terms ended',
    aboveLine: 'above the line',
    range: (low: string, high: string) => `${low} – ${high}`,
    undated: (count: string) =>
      `${count} people without birth or sex in the file are not forecast.`,
    overdue: (count: string) =>
      `${count} people are past the age of retirement: check the file, or the decision to prolong.`,
    closed: (count: string) => `${count} people whom this account may not see are not forecast.`,
    lastHolders: (count: string) =>
      `Departures that leave a commune with nobody qualified for a position: ${count}.`,
    lastHoldersShow: 'Show the list',
    onlyLast: 'Only sole qualified holders',
    leavers: 'Who leaves, and when',
    leaversAbout:
      'The first day no longer in service, by appendix I. The column of appendix II holds only for people with the years of hard work or in a specially difficult area; the files do not have these years yet.',
    noLeavers: 'Nobody leaves in the time of the forecast.',
    person: 'Name',
    from: 'Earliest',
    until: 'Latest',
    incompleteRule: 'By the rule for files with a year of birth only',
    appendixTwo: 'Where appendix II holds',
    lastHolder: 'The only qualified holder of the commune',
    'kind.retirement': 'Retirement',
    'kind.end-of-posting': 'Secondment or term ends',
    kind: 'Why',
    training: 'What training is needed',
    trainingAbout:
      'People who hold or wait for a position and lack only what training can mend, and how many seats that are short it would fill.',
    noTraining: 'Nobody needs only training.',
    lacks: 'Lacks',
    seatsFilled: 'Seats filled',
    trainingSum: (lines: string, people: string, seats: string) =>
      `${lines} rows, ${people} people, ${seats} seats that are short would be filled.`,
    who: 'Who',
  },
);
