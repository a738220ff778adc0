import { EVIDENCE_WORDS } from '../../../registry/sheet-words.js';
import { thingTable, type ThingColumn } from '../things/thing-table.js';

/** The name beside the key is for the reader's eye. */
export const PARAMETER_COLUMNS: readonly ThingColumn[] = [
  { column: 'key', label: 'Mã tham số', known: ['ma', 'tham so'] },
  { column: 'parameter_name', label: 'Tên tham số', known: ['ten'] },
  { column: 'own_unit', label: 'Mã đơn vị', known: ['don vi', 'ap dung cho don vi'] },
  { column: 'value', label: 'Giá trị' },
  { column: 'starts_on', label: 'Từ ngày', known: ['hieu luc tu', 'co hieu luc tu'] },
  { column: 'last_on', label: 'Đến hết ngày', known: ['den ngay', 'hieu luc den'] },
  { column: 'source_document', label: 'Văn bản', known: ['can cu', 'nguon', 'so van ban'] },
  { column: 'source_article', label: 'Điều, khoản', known: ['dieu', 'dieu khoan'] },
  { column: 'source_on', label: 'Ngày văn bản', known: ['ngay ban hanh'] },
  { column: 'evidence', label: 'Mức độ chắc chắn', known: ['bang chung'] },
  { column: 'remark', label: 'Ghi chú' },
];

export const PARAMETERS_TABLE = thingTable({
  ...{ table: 'law_parameters', name: 'tham số quy định', columns: PARAMETER_COLUMNS },
  essential: [['key'], ['value'], ['source_document']],
  subject: (cells) => cells.text('parameter_name') || cells.text('key'),
  read: (cells) => {
    const [key, value] = [cells.wanted('key'), cells.wanted('value')];
    const document = cells.wanted('source_document');
    const said = {
      ...{ key, value, own_unit: cells.text('own_unit'), source_document: document },
      ...{ starts_on: cells.day('starts_on'), last_on: cells.day('last_on') },
      ...{ source_article: cells.text('source_article'), source_on: cells.day('source_on') },
      ...{ evidence: cells.oneOf('evidence', EVIDENCE_WORDS), remark: cells.text('remark') },
    };
    return key === '' || value === '' || document === '' ? null : said;
  },
});
