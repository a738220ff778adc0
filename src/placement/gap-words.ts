import type { PlacementRun } from './run.store.js';

/** The gap in percent of the bound; null where there is no bound. */
export function gapPercentOf({ gap, bound }: Pick<PlacementRun, 'gap' | 'bound'>): number | null {
  if (gap === null || bound === null) return null;
  if (gap === 0 || !('blended' in bound)) return 0;
  return bound.blended === 0 ? null : (100 * gap) / Math.abs(bound.blended);
}

/** How far a run is from the best there can be, as a person says it. */
export function gapWords(run: Pick<PlacementRun, 'gap' | 'gapPeople' | 'bound'>): string {
  const { gap, gapPeople } = run;
  if (gap === null || gapPeople === null) return 'Theo thứ tự thâm niên, không phải tối ưu';
  if (gap === 0) return 'Không có phương án nào tốt hơn';
  const percent = gapPercentOf(run);
  const share = percent === null ? '' : `${decimal(percent, 4)} %, `;
  const people =
    gapPeople < 1
      ? 'chưa bằng một người dôi dư'
      : `tương đương ${decimal(gapPeople, 1)} người dôi dư`;
  return `Kém phương án tốt nhất có thể có nhiều nhất ${share}${people}`;
}

/** Rounded up: a bound must not look better than it is. */
function decimal(value: number, digits: number): string {
  const scale = 10 ** digits;
  return (Math.ceil(value * scale) / scale).toLocaleString('vi-VN', {
    maximumFractionDigits: digits,
  });
}
