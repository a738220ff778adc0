import { createHash } from 'node:crypto';
import { hashOfFacts } from '../scenario/facts-hash.js';
import type { ScenarioFacts } from '../scenario/facts.js';
import type { PlacementOptions } from './options.js';

/** SHA-256 of what a run stands on: its facts and, where it is limited to signed rosters, the units that it holds. */
export function inputHashOf(
  facts: ScenarioFacts,
  { held }: Pick<PlacementOptions, 'held'>,
): string {
  const ofFacts = hashOfFacts(facts);
  if (held === undefined) return ofFacts;
  const rows = held.map(({ unitCode, unitName, people, why }) => [unitCode, unitName, people, why]);
  return createHash('sha256')
    .update(JSON.stringify([ofFacts, rows]))
    .digest('hex');
}
