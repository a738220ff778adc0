import type { SuccessionFact, UnitFact } from '../../scenario/facts.js';
import { byCodePoint } from '../../shared/text.js';
import { rowsByOldUnit } from '../succession-rows.js';

interface Given {
  readonly units: readonly UnitFact[];
  /** All successions before. */
  readonly before: readonly SuccessionFact[];
  /** Of the communes, after. */
  readonly drawn: readonly SuccessionFact[];
  /** Of all other units. */
  readonly kept: readonly SuccessionFact[];
}

interface Target {
  readonly code: string;
  /** The district's people who go there; null = unknown. */
  people: number | null;
  /** The same as far as it is known: an unknown part is counted where its main successor is. */
  known: number;
}

/**
 * A dissolved district passes to the new communes that hold one of its communes, each with its part of the people. Rows of
 * a district none of whose communes changed stay as they are; the main successor stays as long as it holds a commune.
 *
 * @returns the kept rows, those of changed districts anew.
 */
export function districtRows({ units, before, drawn, kept }: Given): SuccessionFact[] {
  const [then, now] = [rowsByOldUnit(before), rowsByOldUnit(drawn)];
  const changed = new Map<string, UnitFact[]>();
  for (const district of units.filter((each) => !each.isNew && each.level === 'district')) {
    const members = units.filter((each) => !each.isNew && each.parentCode === district.code);
    const communes = members.filter(({ level }) => level === 'commune');
    const differs = communes.some(
      ({ code }) => placesOf(then.get(code)) !== placesOf(now.get(code)),
    );
    if (differs && then.has(district.code)) changed.set(district.code, communes);
  }
  return [
    ...kept.filter(({ oldCode }) => !changed.has(oldCode)),
    ...[...changed].flatMap(([code, communes]) => rowsOf(then.get(code) ?? [], communes, now)),
  ];
}

function placesOf(rows: readonly SuccessionFact[] = []): string {
  return JSON.stringify(rows.map(({ newCode, share, main }) => [newCode, share, main]));
}

function rowsOf(
  before: readonly SuccessionFact[],
  communes: readonly UnitFact[],
  now: ReadonlyMap<string, readonly SuccessionFact[]>,
): SuccessionFact[] {
  const targets = targetsOf(communes, now);
  const total = targets.reduce<number | null>(
    (sum, { people }) => (sum === null || people === null ? null : sum + people),
    0,
  );
  const main = mainOf(before, targets);
  const shares = sharesOf(targets, total);
  const [first] = before;
  return targets.map(({ code }, at) => ({
    ...{ oldCode: first?.oldCode ?? '', newCode: code, basis: first?.basis ?? '' },
    kind: targets.length === 1 ? 'whole' : 'part',
    share: targets.length === 1 ? 1 : (shares[at] ?? null),
    main: code === main,
  }));
}

function targetsOf(
  communes: readonly UnitFact[],
  now: ReadonlyMap<string, readonly SuccessionFact[]>,
): Target[] {
  const targets = new Map<string, Target>();
  for (const { code: oldCode, population } of communes) {
    for (const { newCode, share, main } of now.get(oldCode) ?? []) {
      const target = targets.get(newCode) ?? { code: newCode, people: 0, known: 0 };
      targets.set(newCode, target);
      const part = share === null || population === null ? null : share * population;
      target.people = target.people === null || part === null ? null : target.people + part;
      target.known += part ?? (main ? (population ?? 0) : 0);
    }
  }
  return [...targets.values()].sort((a, b) => byCodePoint(a.code, b.code));
}

function mainOf(before: readonly SuccessionFact[], targets: readonly Target[]): string | undefined {
  const main = before.find((row) => row.main)?.newCode;
  if (targets.some(({ code }) => code === main)) return main;
  return [...targets].sort((a, b) => b.known - a.known)[0]?.code;
}

const TEN_THOUSANDTHS = 10_000;

/** Four decimals; the largest part takes what rounding leaves over, so that they add up to one. */
function sharesOf(targets: readonly Target[], total: number | null): (number | null)[] {
  if (total === null || total === 0) return targets.map(() => null);
  const parts = targets.map(({ people }) => Math.round(((people ?? 0) / total) * TEN_THOUSANDTHS));
  const over = TEN_THOUSANDTHS - parts.reduce((sum, part) => sum + part, 0);
  const largest = parts.indexOf(Math.max(...parts));
  return parts.map((part, at) => (part + (at === largest ? over : 0)) / TEN_THOUSANDTHS);
}
