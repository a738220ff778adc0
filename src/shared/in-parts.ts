/** Rows that are written in one statement: the embedded engine's socket copies a message anew for each 64 kB of it. */
export const WRITTEN_AT_ONCE = 200;

/** What is given in parts of `size`, the last as long as what is left; nothing gives no part. */
export function* inParts<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let part: T[] = [];
  for (const item of items) {
    part.push(item);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
