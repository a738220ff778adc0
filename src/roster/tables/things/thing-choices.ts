import {
  BLOCK_WORDS,
  choicesIn,
  DEGREE_WORDS,
  DIVISION_WORDS,
  EVIDENCE_WORDS,
  GROUP_WORDS,
  SUCCESSION_WORDS,
  UNIT_KIND_WORDS,
} from '../../../registry/sheet-words.js';
import type { BatchKind } from '../../batch-kind.js';
import type { Choices } from '../../choices.plan.js';
import { ABOUT } from '../merger/merger-draft.js';
import type { CodesToName } from './thing-names.js';

/** Words that stand in a column, as we write them. */
export const THING_WORDS: Readonly<Record<string, readonly string[]>> = {
  kind: choicesIn(UNIT_KIND_WORDS),
  block: choicesIn(BLOCK_WORDS),
  division_kind: choicesIn(DIVISION_WORDS),
  position_group: choicesIn(GROUP_WORDS),
  min_degree: choicesIn(DEGREE_WORDS),
  evidence: choicesIn(EVIDENCE_WORDS),
  note: choicesIn(SUCCESSION_WORDS),
  zone: ['I', 'II', 'III'],
  ...Object.fromEntries(
    ['border', 'given', 'party_managed', 'main'].map((column) => [column, ['x']]),
  ),
};

/** The columns of each kind that hold such codes; one cell may hold several ranks, so these are not offered. */
const CODES: Readonly<Partial<Record<BatchKind, Readonly<Record<string, keyof CodesToName>>>>> = {
  units: { parent_code: 'units' },
  positions: { field: 'fields', old_code: 'positions', new_code: 'positions' },
  seats: { unit_code: 'units', position_code: 'positions' },
  merger: {
    ...{ parent_code: 'units', old_code: 'units', new_code: 'units' },
    ...{ unit_code: 'units', position_code: 'positions' },
  },
};

/** What may stand in the cells of a sheet about things, by column. */
export function thingChoices(kind: BatchKind, codes: CodesToName): Choices {
  const named = Object.entries(CODES[kind] ?? {}).map(
    ([column, of]) => [column, [...new Set(codes[of])].sort()] as const,
  );
  const items = kind === 'merger' ? [['item', Object.values(ABOUT)] as const] : [];
  return new Map([...Object.entries(THING_WORDS), ...named, ...items]);
}
