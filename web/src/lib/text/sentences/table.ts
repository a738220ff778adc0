import houseFindings from './findings-house.json';
import rows from './findings-rows.json';
import reasons from './reasons.json';
import house from './refusals-house.json';
import people from './refusals-people.json';
import plan from './refusals-plan.json';
import { type SentencePair, translator } from './translator.js';
import verdicts from './verdicts.json';

/** Puts what the API says into English; loaded only where English is read. */
export const inEnglish = translator(
  [...reasons, ...verdicts, ...plan, ...people, ...house, ...rows, ...houseFindings].map(
    ([vi = '', en = '']): SentencePair => [vi, en],
  ),
);
