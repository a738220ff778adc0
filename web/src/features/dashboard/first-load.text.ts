import { defineText } from '../../lib/text/define-text.js';

export const firstLoadText = defineText(
  {
    askOfficer:
      'Tỉnh chưa có đơn vị nào. Cán bộ phụ trách toàn tỉnh nạp đơn vị trên trang này trước.',
    title: 'Bước đầu: nạp đơn vị của tỉnh',
    lead: 'Chương trình có sẵn danh sách đơn vị công khai của cả nước, danh mục vị trí việc làm và cách viết tắt thường gặp. Nạp một lần: đơn vị cũ nếu còn lập phương án sáp nhập của năm 2025, đơn vị mới nếu làm việc từ nay về sau. Sau đó sửa bằng bảng mẫu ở trang Nhập danh sách. Danh mục vị trí do chúng tôi gõ lại: tỉnh cần đối chiếu với danh mục của mình.',
    which: 'Đơn vị',
    before: 'Trước 01/7/2025: xã và huyện cũ',
    since: 'Từ 01/7/2025: xã, phường mới',
    load: 'Nạp đơn vị',
    own: 'Tỉnh có danh sách và mã riêng: người quản trị kỹ thuật gửi bằng API (POST /api/province) thay cho bước này.',
  },
  {
    askOfficer:
      'The province has no units yet. An officer of the whole province loads them on this page first.',
    title: 'First step: load the units of the province',
    lead: 'The program has the public list of units of the whole country, a catalogue of positions and usual abbreviations. Load once: the old units to plan the merger of 2025, the new ones to work from today on. Mend them afterwards by the sheets of the page Import. The catalogue was typed by us: compare it with your own.',
    which: 'Units',
    before: 'Before 1 July 2025: old communes, districts',
    since: 'Since 1 July 2025: new communes and wards',
    load: 'Load units',
    own: 'Where the province has lists and codes of its own, a technical administrator sends them by the API (POST /api/province) instead.',
  },
);
