/**
 * The most people that can sit at once: augmenting paths (Kuhn, 1955), shares no code with the engine.
 *
 * @param options per person the cells open to them; every cell is an index into `capacity`.
 * @returns per person the cell, or -1.
 */
export function mostSeated(
  options: readonly (readonly number[])[],
  capacity: readonly number[],
): number[] {
  const seatOf = options.map(() => -1);
  const sitting: number[][] = capacity.map(() => []);

  const seat = (person: number, seen: Uint8Array): boolean => {
    for (const cell of options[person] ?? []) {
      if (seen[cell] === 1) continue;
      seen[cell] = 1;
      const here = sitting[cell] ?? [];
      const room = here.length < (capacity[cell] ?? 0);
      const mover = room ? undefined : here.findIndex((other) => seat(other, seen));
      if (mover === -1) continue;
      if (mover !== undefined) here.splice(mover, 1);
      here.push(person);
      seatOf[person] = cell;
      return true;
    }
    return false;
  };

  options.forEach((_cells, person) => seat(person, new Uint8Array(capacity.length)));
  return seatOf;
}
