import {
  withText,
  type Cell,
  type Sheet,
  type TextRun,
  type Workbook,
} from '../../../sheet/workbook.js';
import { isSyllable } from './syllable.js';
import { fromTcvn3, isCapitalFont, isTcvn3Font } from './tcvn3.js';
import { fromVni, isVniFont } from './vni.js';

/** Letters from before Unicode. */
type Alphabet = 'tcvn3' | 'vni';
/** What a text alone says: `open` where it may be read in several ways, `plain` where it is the same in all. */
type Verdict = Alphabet | 'unicode' | 'open' | 'plain';

/** A sheet in Unicode, and how many of its cells were not. */
export interface DecodedSheet {
  readonly sheet: Sheet;
  readonly converted: Readonly<Record<Alphabet, number>>;
}

/** The font of texts that are known to be Unicode, so that nobody converts them again. */
export const UNICODE_FONT = 'Unicode';

/** What the texts of one font say together. */
type Votes = Record<Alphabet | 'unicode', number>;

/**
 * The texts of a sheet in Unicode. A text is converted where its font says so or its letters make no words as they are and
 * words in TCVN3 or VNI; where it could be both, the other texts of the font decide. Text that holds a letter beyond
 * Latin 1 is Unicode already and never touched.
 */
export function decoded(sheet: Sheet): DecodedSheet {
  const found = known.get(sheet) ?? decodedAnew(sheet);
  known.set(sheet, found);
  return found;
}

/** A sheet is asked for twice: for what its rows mean, and for what its cells say. */
const known = new WeakMap<Sheet, DecodedSheet>();

function decodedAnew(sheet: Sheet): DecodedSheet {
  const verdicts = new Verdicts();
  for (const { cells } of sheet.rows) for (const cell of cells) verdicts.count(cell);
  const converted = { tcvn3: 0, vni: 0 };
  if (!verdicts.hasLegacy) return { sheet, converted };
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const { cell: next, alphabet } = verdicts.decode(cell);
      if (alphabet !== null) converted[alphabet]++;
      return next;
    }),
  }));
  return { sheet: { ...sheet, rows }, converted };
}

/** All sheets of a workbook in Unicode. */
export function inUnicode(workbook: Workbook): Workbook {
  return { ...workbook, sheets: workbook.sheets.map((sheet) => decoded(sheet).sheet) };
}

/** A text without a font, such as the name of a sheet, in Unicode where its letters leave no doubt. */
export function textInUnicode(text: string): string {
  const verdict = verdictOf(text);
  if (verdict === 'tcvn3') return fromTcvn3(text) ?? text;
  return verdict === 'vni' ? (fromVni(text) ?? text) : text;
}

class Verdicts {
  private readonly known = new Map<string, Verdict>();
  private readonly votes = new Map<string, Votes>();
  hasLegacy = false;

  count(cell: Cell): void {
    if (cell.kind !== 'text') return;
    if (cell.runs === null) this.countText(cell.text, cell.font ?? '');
    else for (const { text, font } of runsOf(cell)) this.countText(text, font);
  }

  private countText(text: string, font: string): void {
    const verdict = this.of(text);
    const votes = this.votes.get(font) ?? this.votesOfNew(font);
    if (verdict === 'plain' || verdict === 'open') return;
    votes[verdict]++;
    if (verdict !== 'unicode') this.hasLegacy = true;
  }

  private votesOfNew(font: string): Votes {
    if (isTcvn3Font(font) || isVniFont(font)) this.hasLegacy = true;
    const votes = { tcvn3: 0, vni: 0, unicode: 0 };
    this.votes.set(font, votes);
    return votes;
  }

  decode(cell: Cell): { readonly cell: Cell; readonly alphabet: Alphabet | null } {
    if (cell.kind !== 'text') return { cell, alphabet: null };
    let found: Alphabet | null = null;
    const texts = runsOf(cell).map(({ text, font }) => {
      const alphabet = this.alphabetOf(text, font);
      if (alphabet === null) return text;
      const meant = alphabet === 'tcvn3' ? fromTcvn3(text) : fromVni(text);
      const shown = meant !== null && isCapitalFont(font) ? meant.toUpperCase() : meant;
      if (shown !== null && shown !== text) found = alphabet;
      return shown ?? text;
    });
    if (found === null) return { cell, alphabet: null };
    const text = texts.join('').normalize('NFC');
    return { cell: withText(cell, text, UNICODE_FONT), alphabet: found };
  }

  /** How a text is to be read; null = as it stands. */
  private alphabetOf(text: string, font: string): Alphabet | null {
    const verdict = this.of(text);
    const byFont = isTcvn3Font(font) ? 'tcvn3' : isVniFont(font) ? 'vni' : null;
    if (verdict === 'unicode') return null;
    if (verdict === 'plain') return byFont === 'tcvn3' && isCapitalFont(font) ? byFont : null;
    const votes = this.votes.get(font) ?? { tcvn3: 0, vni: 0, unicode: 0 };
    if (verdict !== 'open') return byFont ?? outvoted(verdict, text, votes);
    if (byFont !== null) return votes.unicode > votes[byFont] ? null : byFont;
    const most = votes.tcvn3 >= votes.vni ? 'tcvn3' : 'vni';
    return votes[most] > votes.unicode ? most : null;
  }

  private of(text: string): Verdict {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const verdict = verdictOf(text);
    this.known.set(text, verdict);
    return verdict;
  }
}

/** Many to one: "ÑC" in a sheet of VNI is "ĐC", although "ẹC" could be a word of TCVN3. */
const OUTVOTED = 5;

function outvoted(verdict: Alphabet, text: string, votes: Votes): Alphabet {
  const other: Alphabet = verdict === 'tcvn3' ? 'vni' : 'tcvn3';
  if (votes[other] < votes[verdict] * OUTVOTED) return verdict;
  const meant = other === 'tcvn3' ? fromTcvn3(text) : fromVni(text);
  return meant === null ? verdict : other;
}

function runsOf(cell: Cell): readonly { readonly text: string; readonly font: string }[] {
  const own = cell.font ?? '';
  const runs: readonly TextRun[] = cell.runs ?? [{ text: cell.text, font: null }];
  return runs.map(({ text, font }) => ({ text, font: font ?? own }));
}

// eslint-disable-next-line no-control-regex
const PLAIN = /^[\u0000-\u007f\u00a0]*$/u;
/** Letters and marks beyond Latin 1 that text in legacy letters cannot hold: Word's own quotes and dashes it can. */
const BEYOND = /[\u0100-\u1fff]/u;
const BETWEEN_WORDS = /[\s\u0021-\u0040\u005b-\u0060\u007b-\u007f\u2000-\u206f]+/u;

function verdictOf(text: string): Verdict {
  if (PLAIN.test(text)) return 'plain';
  if (BEYOND.test(text)) return 'unicode';
  const words = text.split(BETWEEN_WORDS).filter((word) => !PLAIN.test(word));
  if (words.length === 0) return 'plain';
  const reads = (read: (word: string) => string | null): boolean =>
    words.every((word) => {
      const meant = read(word);
      return meant !== null && (isSyllable(meant) || PLAIN.test(meant) || /^đ$/iu.test(meant));
    });
  const asItIs = reads((word) => word);
  const tcvn3 = reads(fromTcvn3);
  const vni = reads(fromVni) && fromVni(text) !== text;
  // a sign alone ("·", "§") is no word
  const isWritten = words.some((word) => word.length > 1);
  if (asItIs) return tcvn3 || vni ? 'open' : 'unicode';
  if (tcvn3 && vni) return 'open';
  if (!isWritten) return tcvn3 || vni ? 'open' : 'unicode';
  return tcvn3 ? 'tcvn3' : vni ? 'vni' : looksForeign(words) ? 'unicode' : 'open';
}

/** Words of neither alphabet leave the question to the font. */
function looksForeign(words: readonly string[]): boolean {
  return words.every((word) => fromTcvn3(word) === null && fromVni(word) === null);
}
