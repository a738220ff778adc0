import type { Movement } from '../placement/proposals.js';
import type { Block, Fit } from '../rules/vocabulary.js';
import type { Day } from '../shared/day.js';
import type { PlanRow } from './report-data.js';

const BLOCK_TITLES: Readonly<Record<Block, string>> = {
  government: 'Khối chính quyền',
  party: 'Khối Đảng',
  front: 'Khối Mặt trận và đoàn thể',
  military: 'Khối quân sự',
  'public-service': 'Khối sự nghiệp công lập',
};

const FIT_TITLES: Readonly<Record<Fit, string>> = {
  exact: 'Đúng chuyên môn',
  related: 'Chuyên môn gần',
  'after-training': 'Cần đào tạo thêm',
  'out-of-field': 'Trái chuyên môn',
};

const MOVEMENT_TITLES: Readonly<Record<Movement, string>> = {
  succession: 'Theo đơn vị kế thừa',
  appointment: 'Theo đơn vị kế thừa, bổ nhiệm',
  transfer: 'Điều động',
  bench: 'Dôi dư, giữ vị trí',
  leaving: 'Nghỉ hưu, thôi việc',
};

export function blockTitle(block: string | null): string {
  return block !== null && Object.hasOwn(BLOCK_TITLES, block)
    ? BLOCK_TITLES[block as Block]
    : 'Chưa rõ khối';
}

export function fitTitle(fit: Fit | null): string | null {
  return fit === null ? null : FIT_TITLES[fit];
}

/** A transfer into a leading post takes an appointment too. @source Decree 170/2025/NĐ-CP, art. 25 and 35 */
export function movementTitle({ movement, group }: Pick<PlanRow, 'movement' | 'group'>): string {
  const title = MOVEMENT_TITLES[movement];
  return movement === 'transfer' && group === 'leader' ? `${title}, bổ nhiệm` : title;
}

/** 30/06/2025 */
export function dayText(day: Day): string {
  return day.split('-').reverse().join('/');
}
