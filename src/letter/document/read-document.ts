import { openParts, type Parts } from '../../sheet/zip-parts.js';
import { parseXml, type XmlHandler } from '../../sheet/xml-events.js';
import { DEFAULT_LIMITS, type SheetLimits } from '../../sheet/limits.js';

const MEBIBYTE = 1_048_576;

/** A letter is a page or two, with a crest perhaps. */
export const DOCUMENT_LIMITS: SheetLimits = {
  ...DEFAULT_LIMITS,
  compressedBytes: 2 * MEBIBYTE,
  unpackedBytes: 24 * MEBIBYTE,
  entries: 400,
};

export const MAIN_PART = 'word/document.xml';
/** Parts with words that a reader sees. */
const WORDED = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/i;

/** What a document says, and what it would do. */
export interface DocumentText {
  /** In the order of the parts' names, then of the document. */
  readonly paragraphs: readonly string[];
  /** Instructions of Word's own fields: `PAGE`, `DDEAUTO …`. */
  readonly instructions: readonly string[];
  /** It pulls in another document. */
  readonly hasForeignContent: boolean;
}

/** Opens a document behind the wall. @throws BadInput `sheet.*` */
export function openDocument(bytes: Buffer): Promise<Parts> {
  return openParts(bytes, DOCUMENT_LIMITS);
}

/** Names of the parts with words, sorted. */
export function wordedParts(parts: Parts): string[] {
  return parts.paths.filter((path) => WORDED.test(path)).sort();
}

/** Reads every paragraph by our own reader: no templating library and no Word stands behind it. @throws BadInput `sheet.*` */
export async function readDocument(bytes: Buffer): Promise<DocumentText> {
  const parts = await openDocument(bytes);
  const collector = new Collector();
  for (const path of wordedParts(parts)) await parseXml(await parts.open(path), collector);
  return collector;
}

/** Text runs go to the innermost open paragraph: a text box stands inside the paragraph that holds it. */
class Collector implements XmlHandler, DocumentText {
  readonly paragraphs: string[] = [];
  readonly instructions: string[] = [];
  hasForeignContent = false;
  private readonly opened: string[] = [];
  private takes: 'text' | 'instruction' | null = null;
  private instruction = '';

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'p') this.opened.push('');
    else if (name === 't') this.takes = 'text';
    else if (name === 'tab') this.add('\t');
    else if (name === 'br' || name === 'cr') this.add(' ');
    else if (name === 'noBreakHyphen') this.add('-');
    else if (name === 'instrText') this.takes = 'instruction';
    else if (name === 'fldSimple') this.instructions.push(instructionOf(attributes));
    else if (name === 'altChunk' || name === 'control') this.hasForeignContent = true;
  }

  close(name: string): void {
    if (name === 'p') this.paragraphs.push(this.opened.pop() ?? '');
    if (name === 't' || name === 'instrText') this.takes = null;
    if (name === 'r' && this.instruction !== '') {
      this.instructions.push(this.instruction);
      this.instruction = '';
    }
  }

  text(text: string): void {
    if (this.takes === 'text') this.add(text);
    if (this.takes === 'instruction') this.instruction += text;
  }

  private add(text: string): void {
    const last = this.opened.length - 1;
    if (last >= 0) this.opened[last] += text.replace(/\n/g, ' ');
  }
}

function instructionOf(attributes: Readonly<Record<string, string>>): string {
  const key = Object.keys(attributes).find((each) => /(?:^|:)instr$/.test(each));
  return key === undefined ? '' : (attributes[key] ?? '');
}
