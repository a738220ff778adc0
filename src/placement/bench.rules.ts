import { hasSuccessorPosition } from './bench.js';
import { placementBreach, type PlacementBreach } from './breach.js';
import type { World } from './world.js';

/**
 * Everybody's old unit must be known and have a successor, or the person belongs nowhere.
 *
 * @source product decision: nobody is lost in a merger
 */
export function everybodyHasASuccessor(world: World): PlacementBreach[] {
  return world.candidates
    .filter((who) => who.successors === null)
    .map(({ person }) =>
      placementBreach(
        'placement.no-successor',
        'error',
        { personKey: person.key, unitCode: person.unitCode, positionCode: person.positionCode },
        `${person.fullName} công tác ở đơn vị ${person.unitCode}, đơn vị này không có đơn vị kế thừa. Bổ sung vào bảng sáp nhập.`,
      ),
    );
}

/**
 * An old post has a successor position for the person's major; where it has none the officer is warned. It is an error
 * when the person waits on the bench, which would then keep a post that is no longer in force.
 *
 * @param waiting keys of the people on the bench.
 * @source DOMAIN 2.4: the old titles and their succession are data of the province
 */
export function everyPostHasASuccessor(
  world: World,
  waiting: ReadonlySet<string>,
): PlacementBreach[] {
  return world.candidates
    .filter((who) => !hasSuccessorPosition(world, who.person))
    .map(({ person }) =>
      placementBreach(
        'placement.no-successor-position',
        waiting.has(person.key) ? 'error' : 'warning',
        { personKey: person.key, unitCode: person.unitCode, positionCode: person.positionCode },
        `Vị trí cũ ${person.positionCode} của ${person.fullName} chưa có vị trí mới kế thừa. Bổ sung vào bảng chuyển đổi vị trí.`,
      ),
    );
}
