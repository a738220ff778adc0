import { conditionWords } from '../placement/condition-words.js';
import { gapWords } from '../placement/gap-words.js';
import type { Day } from '../shared/day.js';
import type { Agency, Signature } from '../sheet/sheet-spec.js';
import type { RunReport } from './report-data.js';
import { dayText } from './report-words.js';

const HASH_SHOWN = 12;

const KINDS = {
  baseline: 'bố trí theo đơn vị kế thừa',
  best: 'bố trí tối ưu',
  seniority: 'theo thâm niên, người vào trước chọn trước',
} as const;

/** How a run was made. */
export function runTitle(kind: keyof typeof KINDS): string {
  return KINDS[kind];
}

/** Of which day the registry is told. */
export function dayLine(on: Day): string {
  return `Theo sổ, ngày ${dayText(on)}.`;
}

/** That nobody in a table is real. */
export const DEMO_LINE = 'DỮ LIỆU MINH HỌA: mọi người trong bảng đều do máy tạo ra, không có thật.';
/** The figures of the demo: what was published and what we assumed. Sources: DOMAIN 3.1 and 0.1. */
const DEMO_NOTICE = [
  DEMO_LINE,
  'Số đã công bố: 3.567; 2.952; 1.633; 98; 240. Giả định của bản minh họa: 18 người thôi việc khác, cách chia theo khối và theo lĩnh vực.',
];

/** What a reader must know before the first figure. */
export function noticeOf({ run, demo }: Pick<RunReport, 'run' | 'demo'>): string[] {
  const proof = run.proven ? ', đã chứng minh tối ưu' : ', chưa chứng minh tối ưu';
  const conditions = conditionWords(run.options);
  return [
    `Phương án "${run.scenarioName}", có hiệu lực từ ngày ${dayText(run.effectiveOn)}. ` +
      `Áp dụng quy định tại ngày ${dayText(run.rulesOn)} (giả định).`,
    `Lần chạy số ${run.id} (${KINDS[run.kind]})${proof}. Mã dữ liệu đầu vào: ${run.inputHash.slice(0, HASH_SHOWN)}.`,
    ...(conditions.length === 0 ? [] : [`Điều kiện kèm theo: ${conditions.join('; ')}.`]),
    ...(run.proven ? [] : [`${gapWords(run)}.`]),
    ...(demo ? DEMO_NOTICE : []),
  ];
}

/** The department that keeps the rosters, under its committee. */
export function agencyOf({ run }: Pick<RunReport, 'run'>): Agency {
  return {
    superior: `ỦY BAN NHÂN DÂN ${run.provinceName.toLocaleUpperCase('vi')}`,
    name: 'SỞ NỘI VỤ',
  };
}

/** Left open: a plan is dated and signed by hand. */
export function signatureOf({ run }: Pick<RunReport, 'run'>): Signature {
  const place = run.provinceName.replace(/^(Tỉnh|Thành phố)\s+/u, '');
  return {
    placeAndDay: `${place}, ngày …… tháng …… năm ………`,
    signers: [{ title: 'NGƯỜI LẬP BIỂU' }, { title: 'THỦ TRƯỞNG CƠ QUAN' }],
  };
}
