import type { Allowance, SheetLimits } from './limits.js';
import { rangeOf } from './cell-reference.js';
import { FIRST_WORDS, OURS_BEGINS, OUR_NAME } from './patch/own-sheets.js';
import { tooLarge } from './refusals.js';
import { TextBuilder } from './text-builder.js';
import { relationsOf } from './workbook-parts.js';
import type { CellComment } from './workbook.js';
import { parseXml, type Attributes, type XmlHandler } from './xml-events.js';
import type { Parts } from './zip-parts.js';

/** What people wrote beside the cells of a sheet, in the order of the file: notes and conversations, none of ours. */
export async function commentsOf(
  parts: Parts,
  sheetPath: string,
  { limits, allowance }: { readonly limits: SheetLimits; readonly allowance: Allowance },
): Promise<readonly CellComment[]> {
  const found: CellComment[] = [];
  for (const { type, path } of await relationsOf(parts, sheetPath)) {
    const isTalk = type === 'threadedComment';
    if ((type !== 'comments' && !isTalk) || !parts.has(path)) continue;
    const handler = new CommentsHandler(isTalk, limits, allowance);
    await parseXml(await parts.open(path), handler, allowance);
    found.push(...handler.comments);
  }
  return found;
}

/** A copy of a conversation for programs that know notes only: the conversation itself stands in a part of its own. */
const COPY_OF_TALK = /^tc=/;

class CommentsHandler implements XmlHandler {
  readonly comments: CellComment[] = [];
  private readonly authors: string[] = [];
  private readonly builder = new TextBuilder();
  private readonly tag: string;
  private author: string | null = null;
  private reference = '';
  private by = '';
  private characters = 0;

  constructor(
    private readonly isTalk: boolean,
    private readonly limits: SheetLimits,
    private readonly allowance: Allowance,
  ) {
    this.tag = isTalk ? 'threadedComment' : 'comment';
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'author') this.author = '';
    else if (name === this.tag) {
      this.reference = attributes['ref'] ?? '';
      this.by = this.authors[Number(attributes['authorId'] ?? -1)] ?? '';
      this.characters = 0;
    } else this.builder.open(this.nameOf(name), attributes);
  }

  text(text: string): void {
    this.characters += text.length;
    if (this.characters > this.limits.cellCharacters)
      throw tooLarge(`ghi chú của ô ${this.reference} có trên ${this.limits.cellCharacters} ký tự`);
    if (this.author !== null) this.author += text;
    else this.builder.text(text);
  }

  close(name: string): void {
    if (name === 'author') {
      this.authors.push(this.author ?? '');
      this.author = null;
      this.characters = 0;
    } else if (name === this.tag) this.add(this.builder.take().text);
    else this.builder.close(this.nameOf(name));
  }

  /** The text of a conversation is no rich text. */
  private nameOf(name: string): string {
    return this.isTalk && name === 'text' ? 't' : name;
  }

  private add(whole: string): void {
    const range = rangeOf(this.reference);
    const text = theirs(whole).trim();
    if (range === null || text === '') return;
    if (this.by === OUR_NAME || COPY_OF_TALK.test(this.by)) return;
    this.allowance.characters -= text.length;
    if (--this.allowance.cells < 0 || this.allowance.characters < 0)
      throw tooLarge(`trên ${this.limits.characters} ký tự`);
    this.comments.push({ row: range.firstRow, column: range.firstColumn, text });
  }
}

/** A note without what we put into it. */
function theirs(text: string): string {
  if (text.startsWith(FIRST_WORDS)) return '';
  const ours = text.indexOf(OURS_BEGINS);
  return ours < 0 ? text : text.slice(0, ours);
}
