import { SHORTAGES } from './plan/figures.js';
import type { Employment } from './plan/employment.js';
import { BY_TITLE, FRONT, IDLE, LEADERS, LEAVERS, PARTY, type Weights } from './major-weights.js';
import type { Chance } from './random.js';
import { readTable } from './tables.js';

/** Likelier majors within a position's own list. */
const FREQUENT: Readonly<Record<string, number>> = {
  law: 4,
  'public-administration': 3,
  accounting: 3,
  agronomy: 3,
  pedagogy: 4,
  economics: 3,
  'social-work': 3,
  medicine: 2,
  commerce: 2,
  politics: 2,
  land: 2,
};

interface Reference {
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly spellings: ReadonlyMap<string, readonly string[]>;
  readonly related: ReadonlyMap<string, readonly string[]>;
}

const USUAL_SPELLINGS = 9;

function grouped(rows: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of rows) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

function readReference(): Reference {
  const certain = readTable('majors.csv').filter((row) => row['note'] === '');
  return {
    groups: new Map(
      readTable('positions.csv').map((row) => [
        row['code'] ?? '',
        (row['major_groups'] ?? '').split(';').filter((group) => group !== ''),
      ]),
    ),
    spellings: grouped(certain.map((row) => [row['major_group'] ?? '', row['spelling'] ?? ''])),
    related: grouped(
      readTable('major_relations.csv').map((row) => [
        row['major_group'] ?? '',
        row['related_group'] ?? '',
      ]),
    ),
  };
}

/** Draws majors so that nobody but those meant to suits a position that is to stay short. */
export class MajorDraw {
  private readonly reference = readReference();

  constructor(private readonly chance: Chance) {}

  groupFor(who: Employment): string {
    const wanted = this.reference.groups.get(who.positionCode ?? '') ?? [];
    if (this.isMeantFor(who)) return this.chance.weighted(frequent(wanted));
    const usual = this.usualFor(who, wanted);
    const open = usual.filter(([group]) => isFree(who) || !this.suitsShortPosition(group));
    return this.chance.weighted(open);
  }

  spellingOf(group: string): string {
    const usual = (this.reference.spellings.get(group) ?? []).slice(0, USUAL_SPELLINGS);
    return this.chance.weighted(usual.map((spelling, at) => [spelling, 1 / (at + 1)]));
  }

  /** Placed where the shortage was planned around them. */
  private isMeantFor(who: Employment): boolean {
    const isShortPosition = SHORTAGES.some((one) => one.positionCode === who.positionCode);
    return isShortPosition && who.role !== 'leaver' && who.role !== 'idle';
  }

  private usualFor(who: Employment, wanted: readonly string[]): Weights {
    const byTitle = BY_TITLE[who.title];
    if (who.role === 'leaver' && who.block === 'government') return byTitle ?? LEAVERS;
    if (who.role === 'idle') return byTitle ?? IDLE;
    if (wanted.length > 0) return frequent(wanted);
    if (who.block === 'military') return [['military', 1]];
    return who.block === 'party' ? PARTY : who.block === 'front' ? FRONT : LEADERS;
  }

  private suitsShortPosition(group: string): boolean {
    const near = [group, ...(this.reference.related.get(group) ?? [])];
    return SHORTAGES.some(({ positionCode }) =>
      near.some((one) => this.reference.groups.get(positionCode)?.includes(one)),
    );
  }
}

/** Whoever never competes for a seat of the government block may have any major. */
function isFree(who: Employment): boolean {
  return who.block !== 'government' || who.role === 'leaver' || who.role === 'given';
}

function frequent(groups: readonly string[]): Weights {
  return groups.map((group) => [group, FREQUENT[group] ?? 1]);
}
