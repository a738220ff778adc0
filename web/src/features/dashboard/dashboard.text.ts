import { defineText } from '../../lib/text/define-text.js';

export const dashboardText = defineText(
  {
    title: 'Tổng quan',
    lead: (communes: string, day: string) =>
      `${communes} xã, phường từ ngày ${day}. So sánh cách đã làm – mọi người theo đơn vị cũ sang đơn vị kế thừa – với phương án bố trí tối ưu trên cùng số người, cùng chỉ tiêu.`,
    noRuns: 'Chưa có phương án nào được chạy. Nhập danh sách, rồi chạy phương án để xem kết quả.',
    noBest: 'Chưa có phương án tối ưu để so sánh; chỉ có số liệu hiện trạng.',
    before: 'Đã làm',
    after: 'Có thể làm',
    same: 'không đổi',
    scope: 'Phạm vi tính',
    whole: 'mọi khối',
    blockCaption: 'Theo khối',
    fieldsTitle: 'Thiếu theo lĩnh vực',
    fieldsLead: 'Chỉ tiêu không có người đủ tiêu chuẩn. Bấm vào số để xem xã nào thiếu.',
    communesTitle: 'Xã, phường thiếu nhiều nhất',
    communesLead: 'Xếp theo số thiếu khi mọi người theo đơn vị kế thừa.',
    seeAll: 'Xem tất cả trên bảng thừa – thiếu',
    seeMap: 'Xem trên bản đồ',
    levelsTitle: 'Phương án được chọn thế nào',
    levelsLead:
      'Các mục tiêu xét lần lượt: mục sau chỉ được cải thiện khi không làm xấu mục trước.',
    'level.requiredUnfilled':
      'Chỉ tiêu bắt buộc chưa có người đủ tiêu chuẩn (có trọng số vùng khó khăn, biên giới)',
    'level.withoutSeat': 'Người chưa được bố trí',
    'level.fit': 'Điểm chưa phù hợp chuyên môn',
    'level.wishes': 'Điểm chưa đáp ứng nguyện vọng',
    'level.distanceKm': 'Tổng khoảng cách, km đường chim bay',
    'level.moved': 'Người điều động ra ngoài đơn vị kế thừa',
    proven: 'Đã chứng minh tối ưu',
    provenHelp:
      'Một chương trình kiểm tra độc lập đã xác nhận: không cách bố trí hợp lệ nào tốt hơn theo thứ tự mục tiêu này.',
    unproven: 'Chưa chứng minh tối ưu',
    seconds: (value: string) => `tính trong ${value} giây`,
    peopleOf: 'Xem phương án từng người',
  },
  {
    title: 'Overview',
    lead: (communes: string, day: string) =>
      `${communes} communes and wards from ${day}. What was done – everyone followed the old unit into its successor – beside the best placement of the same people on the same seats.`,
    noRuns: 'No scenario has been run yet. Import a roster, then run a scenario to see its result.',
    noBest: 'There is no best placement to compare with; only the present state is shown.',
    before: 'As it was',
    after: 'As it could be',
    same: 'unchanged',
    scope: 'Scope',
    whole: 'all blocks',
    blockCaption: 'By block',
    fieldsTitle: 'Shortage by field',
    fieldsLead: 'Seats without a qualified person. Click a number to see which communes are short.',
    communesTitle: 'Communes with the greatest shortage',
    communesLead: 'By shortage when everyone follows the old unit.',
    seeAll: 'See all on the gap board',
    seeMap: 'See on the map',
    levelsTitle: 'How the placement was chosen',
    levelsLead:
      'Aims one after the other: a later one is improved only if no earlier one gets worse.',
    'level.requiredUnfilled':
      'Required seats without a qualified person (weighted by zone and border)',
    'level.withoutSeat': 'People without a seat',
    'level.fit': 'Points of imperfect fit',
    'level.wishes': 'Points of wishes not met',
    'level.distanceKm': 'Sum of distances, km in a straight line',
    'level.moved': 'People moved outside their successors',
    proven: 'Proven optimal',
    provenHelp:
      'An independent checker confirmed it: no lawful placement is better in this order of aims.',
    unproven: 'Optimum not proven',
    seconds: (value: string) => `computed in ${value} s`,
    peopleOf: 'See the placement of each person',
  },
);
