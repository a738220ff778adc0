import { levelList } from '../place.js';
import { levelsOfPlaced } from '../placed-levels.js';
import type { LevelVector } from '../placement.model.js';
import type { Proposal } from '../place.js';
import { changeText, named, placeText, type MoveView } from './described.js';
import { less, type Vector } from './place-costs.js';
import type { PricedProposal } from './priced-run.js';
import type { World } from '../world.js';

/** The plan under the pins of now beside the stored run. */
export interface WithPins {
  readonly levels: Vector;
  /** New minus stored. */
  readonly change: Vector;
  readonly summary: string;
  /** Who is elsewhere than in the stored run; of several plans as good another may be stored. */
  readonly moves: readonly MoveView[];
}

export function withPins(
  world: World,
  now: readonly Pick<Proposal, 'personKey' | 'outcome' | 'unitCode' | 'positionCode' | 'terms'>[],
  stored: { readonly levels: LevelVector; readonly proposals: readonly PricedProposal[] },
): WithPins {
  const levels = levelList(levelsOfPlaced(world, now));
  const change = less(levels, levelList(stored.levels));
  const before = new Map(stored.proposals.map((each) => [each.personKey, each]));
  const people = new Map(world.candidates.map(({ person }) => [person.key, person]));
  const moves = now.flatMap((each) => {
    const was = before.get(each.personKey);
    const person = people.get(each.personKey);
    if (!was || !person) return [];
    const [from, to] = [was, each].map(({ outcome, unitCode, positionCode }) =>
      named(world, outcome, unitCode, positionCode),
    ) as [MoveView['from'], MoveView['to']];
    if (placeText(from) === placeText(to)) return [];
    const { staffId, fullName } = person;
    const sentence = `${fullName}: ${placeText(from)} → ${placeText(to)}.`;
    return [{ staffId, fullName, from, to, sentence }];
  });
  return { levels, change, summary: changeText(change), moves };
}
