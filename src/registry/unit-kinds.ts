import type { UnitKind, UnitLevel } from '../rules/vocabulary.js';
import { normalised } from '../shared/text.js';
import { meantBy, UNIT_KIND_WORDS, written } from './sheet-words.js';

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
  return meantBy(text, UNIT_KIND_WORDS);
}

export function levelOf(kind: UnitKind): UnitLevel {
  return LEVELS[kind] ?? 'division';
}

/** The kind that a full name begins with: "Thị xã Mường Lay" → town. */
export function kindInName(name: string): UnitKind | null {
  const text = normalised(name).toLowerCase();
  const kinds = (Object.keys(LEVELS) as UnitKind[]).map(
    (kind) => [written(kind, UNIT_KIND_WORDS).toLowerCase(), kind] as const,
  );
  const [, kind] =
    kinds.sort(([a], [b]) => b.length - a.length).find(([word]) => text.startsWith(`${word} `)) ??
    [];
  return kind ?? null;
}
