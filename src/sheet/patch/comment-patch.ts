import { columnLetters } from '../cell-reference.js';
import { rangeOf } from '../cell-reference.js';
import { applyEdits, insertion, type Edit } from './edits.js';
import { opened } from './package-edit.js';
import { FIRST_WORDS, OUR_NAME, OURS_BEGINS } from './own-sheets.js';
import {
  attributeOf,
  escapedText,
  prefixOf,
  rootOf,
  tagsOf,
  unescapedText,
  type Tag,
} from './xml-tags.js';

/** A note and its cell. */
export interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A sheet's notes with ours, and the cells for which a shape must be drawn or goes. */
export interface PatchedComments {
  readonly xml: string;
  readonly drawn: readonly CellNote[];
  readonly erased: readonly { readonly row: number; readonly column: number }[];
}

export const NO_COMMENTS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors><commentList></commentList></comments>';

interface Comment {
  readonly reference: string;
  readonly author: string;
  readonly start: number;
  readonly end: number;
  /** Where its text ends; null = it has none. */
  readonly textEnd: number | null;
  /** We wrote all of it. By its first words too: LibreOffice does not keep who wrote a note. */
  readonly ours: boolean;
}

/**
 * Notes appended to those of a sheet. Where the cell has a note of the sender's, ours continues its text; ours of an earlier
 * time go; conversations ("threaded comments") stay as they are.
 */
export function patchComments(xml: string, notes: readonly CellNote[]): PatchedComments | null {
  const found = partsOf(xml);
  if (found === null) return null;
  const { comments, authors, list, prefix } = found;
  const earlier = comments.filter(({ ours }) => ours);
  const byCell = new Map(
    comments.filter((each) => !earlier.includes(each)).map((each) => [each.reference, each]),
  );
  const wanted = new Map(notes.map((note) => [referenceOf(note), note]));
  const drawn = notes.filter((note) => !byCell.has(referenceOf(note)));
  const edits: Edit[] = earlier.map(({ start, end }) => ({ start, end, text: '' }));
  for (const own of byCell.values())
    edits.push(...continued(xml, own, wanted.get(own.reference)?.text ?? null));
  const known = authors.names.indexOf(OUR_NAME);
  const authorId = known < 0 ? authors.names.length : known;
  const added = drawn.map((note) => commentOf(note, authorId, prefix)).join('');
  if (known < 0 && added !== '')
    edits.push(put(authors.open, authors.close, `<${prefix}author>${OUR_NAME}</${prefix}author>`));
  if (added !== '') edits.push(put(list.open, list.close, added));
  const stays = new Set(drawn.map(referenceOf));
  const erased = earlier.flatMap(({ reference }) =>
    stays.has(reference) ? [] : cellOf(reference),
  );
  const before = new Set(earlier.map(({ reference }) => reference));
  return {
    xml: applyEdits(xml, edits),
    drawn: drawn.filter((note) => !before.has(referenceOf(note))),
    erased,
  };
}

/** Our text behind the sender's; what we put there before goes. Conversations (author `tc=…`) are left alone. */
function continued(xml: string, own: Comment, text: string | null): readonly Edit[] {
  const { textEnd, author } = own;
  if (textEnd === null || author.startsWith('tc=')) return [];
  const earlier = xml.slice(own.start, textEnd).indexOf(escapedText(OURS_BEGINS));
  const start = earlier < 0 ? textEnd : own.start + earlier;
  if (xml.slice(start, textEnd).includes('<')) return [];
  if (text === null) return earlier < 0 ? [] : [{ start, end: textEnd, text: '' }];
  return [{ start, end: textEnd, text: escapedText(OURS_BEGINS + text) }];
}

function referenceOf({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${columnLetters(column)}${row}`;
}

function cellOf(reference: string): readonly { row: number; column: number }[] {
  const range = rangeOf(reference);
  return range === null ? [] : [{ row: range.firstRow, column: range.firstColumn }];
}

function commentOf(note: CellNote, authorId: number, prefix: string): string {
  const [bold, size, face] = ['b', 'sz val="9"', 'rFont val="Tahoma"'].map(
    (each) => `<${prefix}${each}/>`,
  );
  const run = (text: string, more = ''): string =>
    `<${prefix}r><${prefix}rPr>${more}${size}${face}</${prefix}rPr><${prefix}t xml:space="preserve">${escapedText(text)}</${prefix}t></${prefix}r>`;
  const text = run(`${FIRST_WORDS}\n`, bold) + run(note.text);
  return `<${prefix}comment ref="${referenceOf(note)}" authorId="${authorId}" shapeId="0"><${prefix}text>${text}</${prefix}text></${prefix}comment>`;
}

interface CommentParts {
  readonly prefix: string;
  readonly authors: { readonly open: Tag; readonly close: Tag; readonly names: readonly string[] };
  readonly list: { readonly open: Tag; readonly close: Tag };
  readonly comments: readonly Comment[];
}

function partsOf(xml: string): CommentParts | null {
  const root = rootOf(xml);
  const tags = [...tagsOf(xml)];
  const authors = pairOf(tags, 'authors');
  const list = pairOf(tags, 'commentList');
  if (root === null || authors === null || list === null) return null;
  const names = namesIn(xml, tags);
  return {
    prefix: prefixOf(root),
    authors: { ...authors, names },
    list,
    comments: commentsIn(xml, tags, names),
  };
}

function pairOf(tags: readonly Tag[], local: string): { open: Tag; close: Tag } | null {
  const open = tags.find((tag) => tag.local === local);
  const close = tags.findLast((tag) => tag.local === local);
  return open === undefined || close === undefined ? null : { open, close };
}

function namesIn(xml: string, tags: readonly Tag[]): readonly string[] {
  return tags.flatMap((tag, at) => {
    if (tag.local !== 'author' || tag.kind === 'close') return [];
    return [tag.kind === 'empty' ? '' : unescapedText(xml.slice(tag.end, tags[at + 1]?.start))];
  });
}

function commentsIn(
  xml: string,
  tags: readonly Tag[],
  names: readonly string[],
): readonly Comment[] {
  const comments: Comment[] = [];
  let open: Tag | null = null;
  let textStart: number | null = null;
  let textEnd: number | null = null;
  for (const tag of tags) {
    if (tag.local === 't' && tag.kind === 'open') textStart ??= tag.end;
    if (tag.local === 't' && tag.kind === 'close') textEnd = tag.start;
    if (tag.local !== 'comment') continue;
    if (tag.kind !== 'close') {
      open = tag;
      textStart = textEnd = null;
    }
    if (tag.kind === 'open' || open === null) continue;
    const author = names[Number(attributeOf(open.text, 'authorId') ?? -1)] ?? '';
    comments.push({
      reference: attributeOf(open.text, 'ref') ?? '',
      author,
      ours: author === OUR_NAME || xml.startsWith(FIRST_WORDS, textStart ?? xml.length),
      start: open.start,
      end: tag.end,
      textEnd,
    });
  }
  return comments;
}

function put(open: Tag, close: Tag, content: string): Edit {
  if (open.kind !== 'empty') return insertion(close.start, content);
  return { start: open.start, end: open.end, text: opened(open.text, content) };
}
