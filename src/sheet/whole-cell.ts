const LETTER_A = 65;
const LETTER_Z = 90;
const FIGURE_0 = 48;
const FIGURE_9 = 57;
const SPACE = 32;
const QUOTE = 34;
const AMPERSAND = 38;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;

const START = '<c ';
const VALUE = '<v>';
const END = '</v></c>';
/** Longer numbers are no column, style or text of a workbook. */
const MOST_FIGURES = 7;
/** Types of one letter. */
const SHORT_TYPES: Readonly<Record<string, string>> = { s: 's', n: 'n', b: 'b', e: 'e' };

/**
 * The commonest shapes of a cell, `<c r="B7" s="3" t="s"><v>12</v></c>` and `<c r="B7" s="3"/>`, read at one go: a workbook
 * of 50,000 rows has a million of them. Whatever looks in the least different is left to the reader of tags, which is
 * slower and knows everything.
 */
export class WholeCell {
  /** 0 = the cell does not say it. */
  column = 0;
  /** Index of its style; -1 = the cell does not say it. */
  style = -1;
  type = 'n';
  /** The text of `v`, of a shared text its number; null = the cell is empty. */
  raw: string | number | null = null;

  private xml = '';
  private at = 0;

  /** Reads the cell that begins at `at`. @returns where it ends; -1 = it has another shape, or its end has not come */
  read(xml: string, at: number): number {
    if (!xml.startsWith(START, at)) return -1;
    this.xml = xml;
    this.at = at + START.length - 1;
    this.column = 0;
    this.style = -1;
    this.type = 'n';
    this.raw = null;
    while (xml.charCodeAt(this.at) === SPACE) if (!this.takeAttribute()) return -1;
    return this.takeContent() ? this.at : -1;
  }

  private takeAttribute(): boolean {
    const { xml } = this;
    const name = xml.charAt(this.at + 1);
    if (xml.charCodeAt(this.at + 2) !== EQUALS || xml.charCodeAt(this.at + 3) !== QUOTE)
      return false;
    this.at += 4;
    if (name === 'r') return this.takeReference();
    if (name === 's') return (this.style = this.figures()) >= 0 && this.takeQuote();
    return name === 't' && this.takeType();
  }

  private takeReference(): boolean {
    const { xml } = this;
    let column = 0;
    for (; ; this.at++) {
      const code = xml.charCodeAt(this.at);
      if (!(code >= LETTER_A && code <= LETTER_Z)) break;
      column = column * 26 + (code - LETTER_A + 1);
    }
    this.column = column;
    return column > 0 && this.figures() > 0 && this.takeQuote();
  }

  private takeType(): boolean {
    const { xml } = this;
    const type = SHORT_TYPES[xml.charAt(this.at)];
    if (type !== undefined && xml.charCodeAt(this.at + 1) === QUOTE) {
      this.type = type;
      this.at += 2;
      return true;
    }
    if (!xml.startsWith('str"', this.at)) return false;
    this.type = 'str';
    this.at += 4;
    return true;
  }

  private takeContent(): boolean {
    const { xml } = this;
    if (xml.charCodeAt(this.at) === SLASH && xml.charCodeAt(this.at + 1) === GREATER) {
      this.at += 2;
      return true;
    }
    if (xml.charCodeAt(this.at) !== GREATER || !xml.startsWith(VALUE, this.at + 1)) return false;
    this.at += 1 + VALUE.length;
    const taken = this.type === 's' ? this.takeShared() : this.takeRaw();
    if (!taken || !xml.startsWith(END, this.at)) return false;
    this.at += END.length;
    return true;
  }

  private takeShared(): boolean {
    const shared = this.figures();
    this.raw = shared;
    return shared >= 0;
  }

  private takeRaw(): boolean {
    const { xml } = this;
    const from = this.at;
    for (; this.at < xml.length; this.at++) {
      const code = xml.charCodeAt(this.at);
      if (code === AMPERSAND) return false;
      if (code === LESS) break;
    }
    if (this.at === from) return false;
    this.raw = xml.slice(from, this.at);
    return true;
  }

  private takeQuote(): boolean {
    return this.xml.charCodeAt(this.at++) === QUOTE;
  }

  /** A whole number; -1 = there is none, or a longer one. */
  private figures(): number {
    const from = this.at;
    let number = 0;
    for (; ; this.at++) {
      const code = this.xml.charCodeAt(this.at);
      if (!(code >= FIGURE_0 && code <= FIGURE_9)) break;
      number = number * 10 + (code - FIGURE_0);
    }
    const count = this.at - from;
    return count === 0 || count > MOST_FIGURES ? -1 : number;
  }
}
