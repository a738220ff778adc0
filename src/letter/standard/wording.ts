import { BASES } from '../letter-fields.js';
import type { LetterKind } from '../letter.js';
import type { Line } from './paragraphs.js';

const WHO = '{xung_ho} {ho_ten}';
const BORN = '{#ngay_sinh}, sinh ngày {ngay_sinh}{/ngay_sinh}';
const FROM = '{#don_vi_cu}, {vi_tri_cu}, {don_vi_cu}{/don_vi_cu}';
const TERM = 'từ ngày {tu_ngay}{#den_ngay} đến hết ngày {den_ngay}{/den_ngay}';

/** What each kind decides in its first article, and what the person then does. */
const ARTICLES: Readonly<Record<LetterKind, { readonly first: string; readonly second: string }>> =
  {
    transfer: {
      first: `Thực hiện việc {viec} đối với ${WHO}${BORN}${FROM}; đến nhận công tác tại {don_vi_moi}, vị trí {vi_tri_moi}, ${TERM}.`,
      second: `Người có tên tại Điều 1 bàn giao công việc đang phụ trách và nhận nhiệm vụ đúng thời hạn. Lương, phụ cấp và các chế độ khác thực hiện theo quy định hiện hành.`,
    },
    secondment: {
      first: `Thực hiện việc {viec} đối với ${WHO}${BORN}${FROM}; đến làm việc tại {don_vi_moi}, vị trí {vi_tri_moi}, ${TERM}.`,
      second: `Trong thời gian biệt phái, người có tên tại Điều 1 chịu sự phân công, đánh giá của nơi đến; lương và các chế độ khác do cơ quan cử biệt phái chi trả theo quy định hiện hành.`,
    },
    appointment: {
      first: `Thực hiện việc {viec} đối với ${WHO}${BORN}${FROM}; giữ chức vụ {vi_tri_moi}, {don_vi_moi}, ${TERM}.`,
      second: `Người có tên tại Điều 1 thực hiện nhiệm vụ, quyền hạn của chức vụ được bổ nhiệm và hưởng phụ cấp chức vụ theo quy định hiện hành.`,
    },
    leaving: {
      first: `Thực hiện việc {viec} đối với ${WHO}${BORN}${FROM}, ${TERM}.`,
      second: `Người có tên tại Điều 1 bàn giao công việc, tài sản và được hưởng chế độ theo quy định hiện hành.`,
    },
  };

/** The heads of units that carry it out. */
const UNITS: Readonly<Record<LetterKind, string>> = {
  transfer: '{#don_vi_cu}{don_vi_cu}, {/don_vi_cu}{don_vi_moi}',
  secondment: '{don_vi_cu}, {don_vi_moi}',
  appointment: '{don_vi_moi}',
  leaving: '{don_vi_cu}',
};

/** From the title to the last article. */
export function bodyOf(kind: LetterKind): Line[] {
  const { first, second } = ARTICLES[kind];
  return [
    { text: 'QUYẾT ĐỊNH', bold: true, centred: true, size: 14, before: 12 },
    { text: 'Về việc {viec}', bold: true, centred: true, size: 14 },
    { text: '__________', centred: true, after: 6 },
    { text: '{tham_quyen}', bold: true, centred: true, size: 14, after: 6 },
    { text: `{#${BASES}}`, italic: true, indented: true },
    { text: 'Căn cứ {.};', italic: true, indented: true },
    { text: `{/${BASES}}`, italic: true, indented: true },
    {
      text: 'Xét yêu cầu nhiệm vụ và hồ sơ của người có tên tại Điều 1.',
      italic: true,
      indented: true,
    },
    { text: 'QUYẾT ĐỊNH:', bold: true, centred: true, size: 14, before: 6, after: 6 },
    { lead: 'Điều 1.', text: ` ${first}`, indented: true },
    { text: '{#ghi_chu}', indented: true },
    { text: '{ghi_chu}', indented: true },
    { text: '{/ghi_chu}', indented: true },
    { lead: 'Điều 2.', text: ` ${second}`, indented: true },
    {
      lead: 'Điều 3.',
      text: ` Quyết định này có hiệu lực kể từ ngày ký{#thay_the} và thay thế {thay_the}{/thay_the}. Thủ trưởng ${UNITS[kind]} và ${WHO} chịu trách nhiệm thi hành Quyết định này./.`,
      indented: true,
      after: 12,
    },
  ];
}
