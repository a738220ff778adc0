import type { Figures, Summary } from '../../lib/api/shapes.js';

export type Scope = 'government' | 'all';

/** The figures of the chosen scope as the API sums them; the net over the norm is given by block and added here. */
export function scopeFigures(summary: Summary, scope: Scope): Figures & { overNorm: number } {
  const block = summary.blocks.find((each) => each.block === 'government');
  if (scope === 'government' && block) return { ...block, overNorm: block.overNorm ?? 0 };
  const overNorm = summary.blocks.reduce((sum, each) => sum + (each.overNorm ?? 0), 0);
  return { ...summary.total, overNorm };
}

/** Shortage by field in the chosen scope; a field that several blocks have is added up. */
export function shortageByField(summary: Summary, scope: Scope): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { fieldCode, block, shortage } of summary.fields) {
    if (scope === 'government' && block !== 'government') continue;
    const code = fieldCode ?? '';
    sums.set(code, (sums.get(code) ?? 0) + shortage);
  }
  return sums;
}
