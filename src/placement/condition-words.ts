import type { StoredOptions } from './run-conditions.js';

/** What was asked of a run beyond the levels, one phrase a condition; empty = nothing. */
export function conditionWords({ side, keep, signed }: StoredOptions): string[] {
  const words: string[] = [];
  const km = side?.couplesWithinKm ?? null;
  if (km === 0) words.push('vợ chồng ở cùng một xã');
  else if (km !== null) words.push(`vợ chồng cách nhau không quá ${decimal(km)} km`);
  const moved = side?.movedOutPercent ?? null;
  if (moved !== null) words.push(`mỗi đơn vị cũ điều động ra ngoài không quá ${moved} %`);
  const women = side?.womenPercent ?? null;
  if (women !== null) words.push(`mỗi xã có ít nhất ${women} % nữ`);
  for (const { unitCode, language, count } of side?.speakers ?? [])
    words.push(`${unitCode} có ít nhất ${count} người biết tiếng ${language}`);
  for (const { unitCode, positionCode, alsoPositionCode } of side?.joint ?? [])
    words.push(`${unitCode}: một người giữ ${positionCode} kiêm nhiệm ${alsoPositionCode}`);
  if (side?.norms) words.push('không khối nào của xã vượt biên chế được giao');
  if (keep) words.push(`đổi chỗ nhiều nhất ${keep.most} người so với lần chạy số ${keep.runId}`);
  if (signed)
    words.push(
      `chỉ bố trí lại đơn vị đã ký danh sách trong đợt "${signed.campaignName}"` +
        (signed.units === 0
          ? ''
          : `, giữ ${signed.people} người của ${signed.units} đơn vị ở đơn vị kế thừa chính`),
    );
  return words;
}

function decimal(value: number): string {
  return value.toLocaleString('vi-VN');
}
