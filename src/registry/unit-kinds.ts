import type { UnitKind, UnitLevel } from '../rules/vocabulary.js';
import { normalised } from '../shared/text.js';

/** The law's word → ours. */
const KINDS: Readonly<Record<string, UnitKind>> = {
  xã: 'commune',
  phường: 'ward',
  'thị trấn': 'township',
  'đặc khu': 'special-zone',
  quận: 'urban-district',
  huyện: 'rural-district',
  'thị xã': 'town',
  'thành phố': 'city',
  tỉnh: 'province',
  sở: 'department',
};

const LEVELS: Readonly<Partial<Record<UnitKind, UnitLevel>>> = {
  commune: 'commune',
  ward: 'commune',
  township: 'commune',
  'special-zone': 'commune',
  'urban-district': 'district',
  'rural-district': 'district',
  town: 'district',
  city: 'district',
  province: 'province',
  department: 'department',
};

/** By the law's word ("phường") or ours ("ward"); null = unknown. */
export function unitKindOf(text: string): UnitKind | null {
  const word = normalised(text).toLowerCase();
  if (Object.hasOwn(LEVELS, word)) return word as UnitKind;
  return Object.hasOwn(KINDS, word) ? (KINDS[word] ?? null) : null;
}

export function levelOf(kind: UnitKind): UnitLevel {
  return LEVELS[kind] ?? 'division';
}

/** The kind that a full name begins with: "Thị xã Mường Lay" → town. */
export function kindInName(name: string): UnitKind | null {
  const text = normalised(name).toLowerCase();
  const word = Object.keys(KINDS)
    .sort((a, b) => b.length - a.length)
    .find((each) => text.startsWith(`${each} `));
  return word === undefined ? null : (KINDS[word] ?? null);
}
