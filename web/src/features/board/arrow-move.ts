/** Arrow keys on a board that has no rows: the nearest stop in the direction that is pressed. */

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

export function isDirection(key: string): key is Direction {
  return ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].includes(key);
}

/** Sideways is dearer than forward. */
const ASIDE = 3;
/** Farther than any board is high: a column is walked to its end before it is left. */
const OTHER_COLUMN = 1_000_000;

/** @returns index of the nearest of `boxes` in the direction; -1 = none lies there. */
export function nearest(from: Box, boxes: readonly Box[], direction: Direction): number {
  let best = -1;
  let least = Infinity;
  boxes.forEach((box, at) => {
    const cost = costTo(from, box, direction);
    if (cost === null || cost >= least) return;
    best = at;
    least = cost;
  });
  return best;
}

function costTo(from: Box, to: Box, direction: Direction): number | null {
  const isUpright = direction === 'ArrowUp' || direction === 'ArrowDown';
  const [ahead, aside] = isUpright
    ? [
        direction === 'ArrowDown' ? to.top - from.top : from.top - to.top,
        gap(from.left, from.right, to.left, to.right),
      ]
    : [
        direction === 'ArrowRight' ? to.left - from.left : from.left - to.left,
        gap(from.top, from.bottom, to.top, to.bottom),
      ];
  if (ahead <= 1) return null;
  return ahead + ASIDE * aside + (isUpright && aside > 0 ? OTHER_COLUMN : 0);
}

/** How far two stretches lie apart; 0 = they overlap. */
function gap(from1: number, to1: number, from2: number, to2: number): number {
  return Math.max(0, from2 - to1, from1 - to2);
}
