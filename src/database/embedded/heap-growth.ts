import { setFlagsFromString } from 'node:v8';

/**
 * After a collection the heap may grow by half before the next; V8 by itself lets it grow up to fourfold, so that the letters
 * of a province left 200 MB of rubbish lying. For a process that shares a small machine with its own database engine: for
 * all its threads, from now on.
 */
const GROWTH_PERCENT = 50;

export function letHeapGrowSlowly(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
