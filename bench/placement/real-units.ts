/** The new communes of all provinces, from data/, and which are near each other. */
import { readFileSync } from 'node:fs';
import { dataPath } from '../../src/shared/project-root.js';
import { greatCircleKm } from '../../src/rules/distance.rules.js';

export interface RealUnit {
  readonly province: number;
  readonly latitude: number;
  readonly longitude: number;
}

/** Units by growing distance, itself first. */
export interface Neighbour {
  readonly unit: Int32Array;
  readonly tenthsKm: Int32Array;
}

/** Within the province a person looks at most so far, and at so few units across its border. */
const MOST_NEAR = 64;
const ACROSS_BORDER_EVERY = 40;

/** Quoted fields with commas inside do not come before the columns that are read. */
export function realUnits(): RealUnit[] {
  const [header = '', ...lines] = readFileSync(dataPath('units_new.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  const columns = header.split(',');
  const at = (name: string): number => columns.indexOf(name);
  const provinces = new Map<string, number>();
  return lines.map((line) => {
    const fields = line.split(',');
    const code = fields[at('province_code')]!;
    if (!provinces.has(code)) provinces.set(code, provinces.size);
    return {
      province: provinces.get(code)!,
      latitude: Number(fields[at('lat')]),
      longitude: Number(fields[at('lon')]),
    };
  });
}

function byProvince(units: readonly RealUnit[]): number[][] {
  const members: number[][] = [];
  units.forEach(({ province }, unit) => (members[province] ??= []).push(unit));
  return members;
}

/** By unit: the near ones of the own province, and for every 40th unit some of the next one. */
export function neighbourhoods(units: readonly RealUnit[]): Neighbour[] {
  const members = byProvince(units);
  return units.map((home, index) => {
    const across = index % ACROSS_BORDER_EVERY === 0 ? (members[home.province + 1] ?? []) : [];
    const candidates = [...members[home.province]!, ...across]
      .map((unit) => ({ unit, tenthsKm: Math.round(10 * greatCircleKm(home, units[unit]!)) }))
      .sort((a, b) => a.tenthsKm - b.tenthsKm || a.unit - b.unit)
      .slice(0, MOST_NEAR);
    return {
      unit: Int32Array.from(candidates, ({ unit }) => unit),
      tenthsKm: Int32Array.from(candidates, ({ tenthsKm }) => tenthsKm),
    };
  });
}
