import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { byCodePoint } from '../shared/text.js';
import type { Pair } from './compare.plan.js';
import type { ComparedRun, ComparedRuns } from './compared-runs.js';
import type { CoupleResponse, HousingResponse, NeedsResponse } from './comparison.responses.js';
import { findComparedPeople } from './comparison.view.js';

/** Couples that at least one run parts, and homes by commune. Whoever must not be named is in no couple. */
export async function namedNeeds(
  manager: EntityManager,
  actor: Actor,
  { runs, closed }: ComparedRuns,
): Promise<NeedsResponse> {
  const isClosed = (key: string): boolean =>
    runs.some(({ lines }) => closed.has(lines.get(key)?.staffId ?? 0));
  const pairs = new Map<string, Pair>();
  for (const { couples } of runs)
    for (const { pair, apart } of couples)
      if (apart && !pair.some(isClosed)) pairs.set(pair.join('|'), pair);
  const keys = [...new Set([...pairs.values()].flat())];
  const names = new Map<string, string>();
  for (const { runId } of runs)
    for (const { key, fullName } of (
      await findComparedPeople(manager, actor.provinceCode, { runId, keys })
    ).values())
      names.set(key, fullName);
  return {
    couples: [...pairs]
      .sort(([a], [b]) => byCodePoint(a, b))
      .map(([, p]) => couple(runs, p, names)),
    housing: housing(runs),
  };
}

function couple(
  runs: readonly ComparedRun[],
  pair: Pair,
  names: ReadonlyMap<string, string>,
): CoupleResponse {
  return {
    names: pair.map((key) => names.get(key) ?? ''),
    staffIds: pair.map((key) => runs.flatMap(({ lines }) => lines.get(key) ?? [])[0]?.staffId ?? 0),
    ways: runs.flatMap(({ runId, couples }) => {
      const way = couples.find((each) => each.pair[0] === pair[0] && each.pair[1] === pair[1]);
      if (way === undefined) return [];
      const communes = way.communes.map((name) => name ?? '');
      return [{ ...{ runId, communes, km: way.km, apart: way.apart } }];
    }),
  };
}

function housing(runs: readonly ComparedRun[]): HousingResponse[] {
  const communes = new Map<string, HousingResponse>();
  for (const { runId, housing: needs, names } of runs)
    for (const { communeCode, people, households } of needs) {
      const communeName = names.communeOf(communeCode)?.name ?? communeCode;
      const row = communes.get(communeCode) ?? { communeCode, communeName, counts: [] };
      row.counts.push({ runId, people, households });
      communes.set(communeCode, row);
    }
  return [...communes.values()].sort(
    (a, b) => most(b) - most(a) || byCodePoint(a.communeCode, b.communeCode),
  );
}

function most({ counts }: HousingResponse): number {
  return Math.max(...counts.map(({ households }) => households));
}
