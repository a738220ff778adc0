import type { MergedCommune } from '../../lib/api/shapes.js';

/** A ribbon from an old district to a new commune; `units` old communes went that way. */
export interface Ribbon {
  readonly district: string;
  readonly commune: string;
  readonly units: number;
}

export function ribbonsOf(communes: readonly MergedCommune[]): Ribbon[] {
  return communes.flatMap(({ name, oldUnits }) =>
    [...countByDistrict(oldUnits)].map(([district, units]) => ({ district, commune: name, units })),
  );
}

/** Number of old units by old district. */
export function countByDistrict(oldUnits: MergedCommune['oldUnits']): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { districtName } of oldUnits) {
    const district = districtName ?? '';
    counts.set(district, (counts.get(district) ?? 0) + 1);
  }
  return counts;
}
