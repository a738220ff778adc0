import { mergerMapRowOf } from '../../../registry/merger-map-sheet.js';
import { thingTable, type ThingColumn } from '../things/thing-table.js';

/** Named as in `data/dien-bien/merge_map.csv`; names beside the codes are for the reader's eye. */
export const MAP_COLUMNS: readonly ThingColumn[] = [
  { column: 'old_code', label: 'Mã đơn vị cũ', known: ['ma cu', 'don vi cu'] },
  { column: 'old_name', label: 'Tên đơn vị cũ', known: ['ten cu'] },
  { column: 'new_code', label: 'Mã đơn vị mới', known: ['ma moi', 'don vi moi'] },
  { column: 'new_name', label: 'Tên đơn vị mới', known: ['ten moi'] },
  { column: 'share', label: 'Tỷ lệ dân số', known: ['ty le', 'ty le dan so 0 1'] },
  { column: 'note', label: 'Cách nhập', known: ['hinh thuc', 'ghi chu'] },
  { column: 'main', label: 'Đơn vị kế thừa chính', known: ['ke thua chinh', 'chinh'] },
];

export const MAP_TABLE = thingTable({
  ...{ table: 'unit_successions', name: 'sáp nhập đơn vị', columns: MAP_COLUMNS },
  essential: [['old_code'], ['new_code']],
  subject: (cells) =>
    [
      cells.text('old_name') || cells.text('old_code'),
      cells.text('new_name') || cells.text('new_code'),
    ].join(' → '),
  read: (cells) => {
    const { oldCode, newCode, share, kind, main } = mergerMapRowOf(cells);
    if (oldCode === '' || newCode === '') return null;
    return { old_code: oldCode, new_code: newCode, share, note: kind, main };
  },
});

/** What the plan is called and what it stands on. */
export const ABOUT_COLUMNS: readonly ThingColumn[] = [
  { column: 'item', label: 'Mục', known: ['thong tin'] },
  { column: 'content', label: 'Nội dung', known: ['gia tri'] },
];

export const ABOUT_TABLE = thingTable({
  ...{ table: 'about', name: 'thông tin phương án', columns: ABOUT_COLUMNS },
  essential: [['item'], ['content']],
  subject: (cells) => cells.text('item'),
  read: (cells) => {
    const item = cells.wanted('item');
    return item === '' ? null : { item, content: cells.text('content') };
  },
});
