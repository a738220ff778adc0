import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type SentencePair, translator } from '../../web/src/lib/text/sentences/translator.js';
import { refusalsIn, textsIn, VIETNAMESE } from './said-texts.js';
import { isSpec, ROOT, tsFilesUnder } from './source-files.js';

const TABLES = 'web/src/lib/text/sentences';
const FILES = [
  'reasons',
  'verdicts',
  'refusals-plan',
  'refusals-people',
  'refusals-house',
  'findings-rows',
  'findings-house',
];
const inEnglish = translator(
  FILES.flatMap(
    (name) =>
      JSON.parse(readFileSync(join(ROOT, TABLES, `${name}.json`), 'utf8')) as SentencePair[],
  ),
);

/** Read at the terminal, or by whoever sends files to the API by hand; the page shows none of it. */
const NOT_ON_THE_PAGE =
  /^(?:terminal|backup|database|placement\/flow|access\/production|roster\/reading\/legacy)\/|^(?:main|audit\/audit-sheet|rules\/parameter-pack)\.ts$|\/spec-/;

/** Where sentences are that the page shows; those of workbooks, letters and files that come back are Vietnamese. */
const SAYS =
  /^(?:access|audit|decision|effect|gap|jobs|law|merger|movement|payout|placement|registry|roster|rules|scenario)\//;

/** What composes reasons, verdicts and prices: every Vietnamese text of these is a sentence, or a part of one. */
const COMPOSERS = [
  'placement/reasons.ts',
  'placement/surplus-reason.ts',
  'placement/held-units.rules.ts',
  'placement/words.ts',
  'placement/placement.model.ts',
  'placement/bench.rules.ts',
  'placement/cells.ts',
  'placement/pins.rules.ts',
  'placement/pin-counts.rules.ts',
  'placement/price/why-cell.ts',
  'placement/price/why-person.ts',
  'placement/side/joint-check.ts',
  'placement/side/joint-post.rules.ts',
  'placement/side/side-check.ts',
  'rules/movement.rules.ts',
  'rules/no-go.rules.ts',
  'rules/standard.rules.ts',
  'movement/movement.plan.ts',
  'movement/event/event.rules.ts',
];

/** How sentences begin, as `protected-words.ts` has it. */
const OUR_WORDS = {
  LEAVING_BY_DECISION: 'Thôi làm việc theo quyết định',
  PINNED: 'Được chỉ định',
  PLACED: 'Bố trí vào',
};
/** Ends of sentences that stand in the table as a part of each: the rest of `có điều kiện riêng`, and what asks for a request. */
const ENDS = ['ó điều kiện riêng (được bảo vệ)'];

function read(path: string): string {
  return readFileSync(join(ROOT, 'src', path), 'utf8');
}

function withoutEnglish(texts: readonly string[]): string[] {
  const unsaid = texts.filter((text) => VIETNAMESE.test(bare(inEnglish(text))));
  return [...new Set(unsaid)].filter((text) => !ENDS.includes(text));
}

/** Without what English keeps: documents of the law, and words that are quoted. */
function bare(text: string): string {
  return text.replaceAll('NĐ-CP', '').replace(/"[^"]*"/gu, '');
}

describe('what the API says', () => {
  it('is found where it is thrown or composed, and missed where it has no English', () => {
    const source = "throw new NotFound('a.b', `Không có gì ${x.y} ` + 'ở đây.', { gì: 'được' });";
    expect(refusalsIn(source)).toEqual(['Không có gì 90 ở đây.']);
    expect(textsIn('`${PLACED} nơi ${y}`', OUR_WORDS)).toEqual(['Bố trí vào nơi 90']);
    expect(withoutEnglish(['Không có gì 90 ở đây.', 'Không có người số 90.'])).toEqual([
      'Không có gì 90 ở đây.',
    ]);
  });

  it('as a refusal has its English', () => {
    const refusals = tsFilesUnder('src')
      .filter((path) => !isSpec(path) && !NOT_ON_THE_PAGE.test(path))
      .flatMap((path) => refusalsIn(read(path)));
    expect(refusals.length).toBeGreaterThan(200);
    expect(withoutEnglish(refusals)).toEqual([]);
  });

  it('as a whole sentence about a row, a merger, a plan or the trail has its English', () => {
    const sentences = tsFilesUnder('src')
      .filter((path) => SAYS.test(path) && !isSpec(path) && !NOT_ON_THE_PAGE.test(path))
      .flatMap((path) => textsIn(read(path), OUR_WORDS))
      .filter((text) => /[.?]$/u.test(text))
      .map((text) => text.trim());
    expect(sentences.length).toBeGreaterThan(300);
    expect(withoutEnglish(sentences)).toEqual([]);
  });

  it.each(COMPOSERS)('in %s has its English', (path) => {
    const texts = textsIn(read(path), OUR_WORDS);
    expect(texts.length).toBeGreaterThan(0);
    expect(withoutEnglish(texts)).toEqual([]);
  });
});
