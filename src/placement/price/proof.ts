import type { PriceState } from './price-state.js';

/**
 * Whether the potentials prove the run on the price graph: no edge that may be used costs less than nothing. A search on
 * potentials that do not would give wrong prices.
 *
 * @returns the first edges that break it, in words; empty = proven.
 */
export function proofViolations(state: PriceState): string[] {
  return [...arcFaults(state), ...linkFaults(state)].slice(0, 5);
}

function arcFaults({ graph, current, fixed, closed, arcWords, potential }: PriceState): string[] {
  const { arcPerson, arcHead } = graph;
  const faults: string[] = [];
  for (let arc = 0; arc < arcPerson.length; arc++) {
    const person = arcPerson[arc]!;
    const now = current[person]!;
    if (now < 0 || fixed[person] === 1 || arc === now || closed.has(arc)) continue;
    const [from, to] = [arcHead[now]!, arcHead[arc]!];
    const sign = signOf(
      arcWords,
      (costs, word) => costs[arc]! - costs[now]! + potential[word]![from]! - potential[word]![to]!,
    );
    if (sign < 0) faults.push(`person ${person} would gain by arc ${arc}`);
  }
  return faults;
}

function linkFaults({ graph, linkWords, linkFlow, linkCapacity, potential }: PriceState): string[] {
  const { tail, head } = graph.links;
  const faults: string[] = [];
  tail.forEach((from, link) => {
    const sign = signOf(
      linkWords,
      (costs, word) => costs[link]! + potential[word]![from]! - potential[word]![head[link]!]!,
    );
    if (sign < 0 && linkFlow[link]! < linkCapacity[link]!) faults.push(`link ${link} wants more`);
    if (sign > 0 && linkFlow[link]! > 0) faults.push(`link ${link} wants less`);
  });
  return faults;
}

function signOf(
  words: readonly Float64Array[],
  valueOf: (costs: Float64Array, word: number) => number,
): number {
  for (let word = 0; word < words.length; word++) {
    const value = valueOf(words[word]!, word);
    if (value !== 0) return Math.sign(value);
  }
  return 0;
}
