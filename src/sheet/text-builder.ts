import type { TextRun } from './workbook.js';
import { printable, type Attributes } from './xml-text.js';

/** A text with its runs; plain text has none. */
export interface RichText {
  readonly text: string;
  readonly runs: readonly TextRun[] | null;
}

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** `_x000D_` and its like back to the character, where a text can hold it; line ends as `\n`. */
export function unescaped(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(ESCAPED, (_all, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
  return kept(printable(plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain));
}

/** From this length on the engine cuts a piece out of a text by pointing into the whole of it. */
const SHARES_FROM = 13;

/** A copy of its own: a text that is kept must not keep the piece of XML that it was cut out of. */
function kept(text: string): string {
  return text.length < SHARES_FROM ? text : ` ${text}`.slice(1);
}

/** Joins the `t` elements of one shared or inline string: all runs in order, phonetic readings left out. */
export class TextBuilder {
  private joined = '';
  private runs: TextRun[] = [];
  private runFont: string | null = null;
  private runText = '';
  private inRun = false;
  private phonetic = false;
  private reading = false;

  open(name: string, attributes: Attributes): void {
    if (name === 't') this.reading = !this.phonetic;
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 'rFont' && this.inRun) this.runFont = attributes['val'] ?? null;
    else if (name === 'r' && !this.phonetic) {
      this.inRun = true;
      this.runFont = null;
      this.runText = '';
    }
  }

  text(text: string): void {
    if (!this.reading) return;
    if (this.inRun) this.runText += text;
    else this.joined += text;
  }

  close(name: string): void {
    if (name === 't') this.reading = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'r' && this.inRun) this.closeRun();
  }

  /** The finished text; the builder starts again from nothing. */
  take(): RichText {
    const result = { text: unescaped(this.joined), runs: this.runs.length > 0 ? this.runs : null };
    this.joined = '';
    this.runs = [];
    return result;
  }

  private closeRun(): void {
    this.inRun = false;
    this.joined += this.runText;
    this.runs.push({ text: unescaped(this.runText), font: this.runFont });
  }
}
