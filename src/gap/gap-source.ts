import { isDay, type Day } from '../shared/day.js';
import { BadInput } from '../shared/errors.js';

/** Where figures come from: the frozen facts of a run, or the registry on a day. */
export type GapSource = { readonly run: number } | { readonly on: Day };

/** @throws BadInput `gap.run-or-day` unless exactly one is given, `gap.no-such-day` for a day that no calendar has. */
export function sourceOf(query: {
  readonly run?: number | undefined;
  readonly on?: string | undefined;
}): GapSource {
  const { run, on } = query;
  if (run !== undefined && on === undefined) return { run };
  if (on === undefined || run !== undefined) {
    throw new BadInput(
      'gap.run-or-day',
      'Cần đúng một trong hai: run (mã lần chạy của phương án) hoặc on (ngày, dạng yyyy-mm-dd).',
    );
  }
  if (isDay(on)) return { on };
  throw new BadInput('gap.no-such-day', `Ngày ${String(on)} không có trong lịch.`, { on });
}

/** The arguments of the functions `gap_*`: province, run, day. */
export function argumentsOf(
  provinceCode: string,
  source: GapSource,
): [string, number | null, Day | null] {
  return 'run' in source ? [provinceCode, source.run, null] : [provinceCode, null, source.on];
}
