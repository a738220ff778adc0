import type { EntityManager } from 'typeorm';
import { keyFor, reasonFor } from '../placement/protected-words.js';
import type { Actor } from '../shared/actor.js';
import { placesDiffer } from './compare.plan.js';
import type { ComparedRun } from './compared-runs.js';
import type {
  ComparedPersonResponse,
  ComparedPlaceResponse,
  PlacementDetail,
} from './comparison.responses.js';
import { type ComparedPerson, findComparedPeople, findDetails } from './comparison.view.js';

interface DetailedRun extends ComparedRun {
  readonly people: ReadonlyMap<string, ComparedPerson>;
  readonly details: ReadonlyMap<string, PlacementDetail>;
}

/** People with where they come from and where each run puts them, in the words that the actor may read. */
export async function namedPeople(
  manager: EntityManager,
  actor: Actor,
  { runs, keys }: { readonly runs: readonly ComparedRun[]; readonly keys: readonly string[] },
): Promise<ComparedPersonResponse[]> {
  const detailed: DetailedRun[] = [];
  for (const run of runs) {
    const asked = { runId: run.runId, keys };
    detailed.push({
      ...run,
      people: await findComparedPeople(manager, actor.provinceCode, asked),
      details: await findDetails(manager, actor.provinceCode, asked),
    });
  }
  return keys.flatMap((key) => named(detailed, key, actor) ?? []);
}

function named(
  runs: readonly DetailedRun[],
  key: string,
  { role }: Actor,
): ComparedPersonResponse | null {
  const first = runs.find(({ people, lines }) => people.has(key) && lines.has(key));
  const person = first?.people.get(key);
  const line = first?.lines.get(key);
  if (!first || !person || !line) return null;
  return {
    staffId: line.staffId,
    personKey: keyFor(role, key),
    fullName: person.fullName,
    ...first.names.oldPlace(person.unitCode, person.positionCode),
    differs: placesDiffer(runs, key),
    places: runs.flatMap((run) => placeIn(run, key, role) ?? []),
  };
}

function placeIn(
  { runId, lines, details, names }: DetailedRun,
  key: string,
  role: Actor['role'],
): ComparedPlaceResponse | null {
  const line = lines.get(key);
  const detail = details.get(key);
  if (!line || !detail) return null;
  const { communeName, unitName, positionName } = names.newPlace(line.unitCode, line.positionCode);
  return {
    ...{ runId, outcome: line.outcome, communeName, unitName, positionName },
    ...{ fit: detail.fit, movement: detail.movement, pinned: detail.pinned },
    distanceKm: line.outcome === 'leaving' ? null : line.distanceKm,
    far: line.far,
    reason: reasonFor(role, detail.reason),
  };
}
