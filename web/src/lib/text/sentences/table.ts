import { type NameTable } from '../names.js';
import houseFindings from './findings-house.json';
import rows from './findings-rows.json';
import reasons from './reasons.json';
import house from './refusals-house.json';
import people from './refusals-people.json';
import plan from './refusals-plan.json';
import { type SentencePair, translator } from './translator.js';
import verdicts from './verdicts.json';

const PAIRS = [
  ...reasons,
  ...verdicts,
  ...plan,
  ...people,
  ...house,
  ...rows,
  ...houseFindings,
].map(([vi = '', en = '']): SentencePair => [vi, en]);

const NO_NAMES: NameTable = new Map();
const byNames = new WeakMap<NameTable, (text: string) => string>();

/** Puts what the API says into English; loaded only where English is read. Made once for the same names. */
export function englishWith(names: NameTable = NO_NAMES): (text: string) => string {
  const before = byNames.get(names);
  if (before) return before;
  const english = translator(PAIRS, names);
  byNames.set(names, english);
  return english;
}
