import type { Allowance } from './limits.js';
import { damaged, documentType, tooLarge } from './refusals.js';
import { emptyAttributes, textOf, type Attributes } from './xml-text.js';

/** Receives the tags of a part by their local names: prefixes differ between writers, names do not. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
  /**
   * Takes at one go an element that begins at `at`, where it knows its shape to the end; its tags are not called then.
   *
   * @returns where it ends and how many elements it was; null = to be read tag by tag
   */
  takeWhole?(xml: string, at: number): WholeElement | null;
}

/** What was read at one go. */
export interface WholeElement {
  readonly end: number;
  readonly elements: number;
}

/** A tag, text or comment longer than this is no part of a workbook. Characters. */
const LONGEST_PIECE = 4 * 1_048_576;
const DEEPEST = 100;
const MOST_ATTRIBUTES = 256;

const EXCLAMATION = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

/**
 * Reads well-formed XML in pieces and calls `handler` for its tags and texts. It knows the five entities that need no
 * declaration and no others; a document type is refused. Faster than a general parser, and every limit is its own.
 *
 * @throws BadInput `sheet.damaged`, `sheet.document-type`, `sheet.too-large`
 */
export class XmlTags {
  /** What was written and not read yet: the beginning of a tag or a text whose end has not come. */
  private rest = '';
  private at = 0;
  /** Names of the open tags as written, and without prefix. */
  private readonly names: string[] = [];
  private readonly locals: string[] = [];
  private roots = 0;

  constructor(
    private readonly handler: XmlHandler,
    private readonly allowance: Pick<Allowance, 'elements'>,
  ) {}

  write(piece: string): void {
    this.rest = this.at < this.rest.length ? this.rest.slice(this.at) + piece : piece;
    this.at = 0;
    while (this.takeNext()) {
      // one text or tag after another
    }
    if (this.rest.length - this.at > LONGEST_PIECE)
      throw tooLarge(`một đoạn XML dài trên ${LONGEST_PIECE} ký tự`);
  }

  end(): void {
    this.takeText(this.rest.length);
    if (this.at < this.rest.length || this.names.length > 0 || this.roots !== 1)
      throw damaged('XML bị cắt ngang');
  }

  /** Reads up to the end of the next tag; false = it has not come yet. */
  private takeNext(): boolean {
    const start = this.rest.indexOf('<', this.at);
    if (start < 0) return false;
    this.takeText(start);
    switch (this.rest.charCodeAt(start + 1)) {
      case SLASH:
        return this.takeClose(start);
      case EXCLAMATION:
        return this.takeDeclaration(start);
      case QUESTION:
        return this.skipTo('?>', start + 2);
      default:
        return this.takeWhole(start) || this.takeOpen(start);
    }
  }

  private takeWhole(start: number): boolean {
    const whole = this.handler.takeWhole?.(this.rest, start) ?? null;
    if (whole === null) return false;
    this.countElements(whole.elements);
    this.at = whole.end;
    return true;
  }

  private countElements(count: number): void {
    this.allowance.elements -= count;
    if (this.allowance.elements < 0) throw tooLarge('quá nhiều thẻ XML');
  }

  private takeText(end: number): void {
    if (end === this.at) return;
    const text = this.rest.slice(this.at, end);
    this.at = end;
    if (this.names.length > 0) this.handler.text(textOf(text));
    else if (text.replace('\ufeff', '').trim() !== '') throw damaged('chữ ngoài thẻ gốc');
  }

  private takeClose(start: number): boolean {
    const end = this.rest.indexOf('>', start);
    if (end < 0) return false;
    const name = this.names.pop();
    const local = this.locals.pop();
    if (name === undefined || local === undefined || !this.closes(name, start + 2, end))
      throw damaged('thẻ XML đóng sai');
    this.at = end + 1;
    this.handler.close(local);
    return true;
  }

  private closes(name: string, from: number, end: number): boolean {
    if (!this.rest.startsWith(name, from)) return false;
    const behind = from + name.length;
    return behind === end || this.rest.slice(behind, end).trim() === '';
  }

  private takeDeclaration(start: number): boolean {
    const head = this.rest.slice(start, start + 9);
    if (head.startsWith('<!--')) return this.skipTo('-->', start + 4);
    if (head === '<![CDATA[') return this.takeCharacters(start + 9);
    if (head.length < 9) return false;
    throw head.toUpperCase() === '<!DOCTYPE' ? documentType() : damaged('thẻ XML không đúng');
  }

  private takeCharacters(from: number): boolean {
    const end = this.rest.indexOf(']]>', from);
    if (end < 0) return false;
    if (this.names.length === 0) throw damaged('chữ ngoài thẻ gốc');
    this.handler.text(this.rest.slice(from, end));
    this.at = end + 3;
    return true;
  }

  private skipTo(mark: string, from: number): boolean {
    const end = this.rest.indexOf(mark, from);
    if (end < 0) return false;
    this.at = end + mark.length;
    return true;
  }

  private takeOpen(start: number): boolean {
    const nameEnd = this.nameEnd(start + 1);
    if (nameEnd >= this.rest.length) return false;
    const name = this.rest.slice(start + 1, nameEnd);
    if (name === '') throw damaged('thẻ XML không có tên');
    const attributes = emptyAttributes();
    const end = this.takeAttributes(nameEnd, attributes);
    if (end < 0) return false;
    this.countElements(1);
    if (this.names.length === 0 && ++this.roots > 1) throw damaged('hai thẻ gốc');
    const colon = name.indexOf(':');
    const local = colon < 0 ? name : name.slice(colon + 1);
    this.at = end + 1;
    this.handler.open(local, attributes);
    if (this.rest.charCodeAt(end - 1) === SLASH) this.handler.close(local);
    else this.push(name, local);
    return true;
  }

  private push(name: string, local: string): void {
    this.names.push(name);
    this.locals.push(local);
    if (this.names.length > DEEPEST) throw tooLarge(`thẻ XML lồng nhau trên ${DEEPEST} tầng`);
  }

  /** Reads the attributes of a tag. @returns where its `>` stands; -1 = it has not come yet */
  private takeAttributes(from: number, attributes: Record<string, string>): number {
    const { rest } = this;
    let at = from;
    for (let count = 0; ; count++) {
      if (count > MOST_ATTRIBUTES) throw tooLarge(`thẻ XML có trên ${MOST_ATTRIBUTES} thuộc tính`);
      at = this.behindSpace(at);
      if (at >= rest.length) return -1;
      const code = rest.charCodeAt(at);
      if (code === GREATER) return at;
      if (code === SLASH) {
        if (at + 1 >= rest.length) return -1;
        if (rest.charCodeAt(at + 1) !== GREATER) throw damaged('thẻ XML không đúng');
        return at + 1;
      }
      const nameEnd = this.nameEnd(at);
      const equals = this.behindSpace(nameEnd);
      const open = this.behindSpace(equals + 1);
      if (open >= rest.length) return -1;
      const quote = rest.charCodeAt(open);
      if (nameEnd === at || rest.charCodeAt(equals) !== EQUALS) throw damaged('thuộc tính XML');
      if (quote !== QUOTE && quote !== APOSTROPHE) throw damaged('thuộc tính XML');
      const close = rest.indexOf(quote === QUOTE ? '"' : "'", open + 1);
      if (close < 0) return -1;
      attributes[rest.slice(at, nameEnd)] = textOf(rest.slice(open + 1, close));
      at = close + 1;
    }
  }

  /** Where a name that begins at `from` ends: at a space, `=`, `/` or `>`. */
  private nameEnd(from: number): number {
    const { rest } = this;
    let at = from;
    for (; at < rest.length; at++) {
      const code = rest.charCodeAt(at);
      if (code <= 32 || code === EQUALS || code === GREATER || code === SLASH) break;
      if (code === QUOTE || code === APOSTROPHE || code === LESS) throw damaged('tên thẻ XML');
    }
    return at;
  }

  private behindSpace(from: number): number {
    const { rest } = this;
    let at = from;
    while (at < rest.length && rest.charCodeAt(at) <= 32) at++;
    return at;
  }
}
