import { createHash } from 'node:crypto';
import { canonicalText } from './canonical-facts.js';
import type { ScenarioFacts } from './facts.js';

/** SHA-256 of the facts without surrogate ids, in hex; the same facts in any order have the same. */
export function hashOfFacts(facts: ScenarioFacts): string {
  return createHash('sha256').update(canonicalText(facts)).digest('hex');
}
