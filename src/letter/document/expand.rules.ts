import { BASES, type LetterField, type LetterValues } from '../letter-fields.js';

/** `{#ten}`, `{^ten}`, `{/ten}`, `{.}` or `{ten}`. */
const TAG = /\{([#^/]?)([^{}]*)\}/g;

interface Section {
  readonly name: string;
  readonly inverted: boolean;
  readonly body: string;
}

type Known = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A tag as it stands between braces. */
export interface Tag {
  readonly sign: string;
  readonly name: string;
}

/** All tags of a text, in their order. */
export function tagsOf(text: string): Tag[] {
  return [...text.matchAll(TAG)].map(([, sign = '', name = '']) => ({ sign, name: name.trim() }));
}

/**
 * What a paper must say, paragraph by paragraph: the template's text with the values put in, done without the templating
 * library, so that the two check each other. A section whose tags stand alone in their paragraphs takes them away.
 *
 * @param paragraphs of the template, as the reader gives them.
 * @throws RangeError for a section without an end
 * @source product decision: docs/decisions/0048
 */
export function expandedParagraphs(paragraphs: readonly string[], values: LetterValues): string[] {
  const text = paragraphs.map((paragraph) => `${paragraph}\n`).join('');
  const expanded = expand(text, values, null);
  return expanded.split('\n').slice(0, -1);
}

function expand(text: string, values: Known, item: string | null): string {
  const start = /\{([#^])([^{}]*)\}/.exec(text);
  if (start === null) return filled(text, values, item);
  const [opening, sign, rawName = ''] = start;
  const name = rawName.trim();
  const from = start.index + opening.length;
  const closing = closingOf(text, name, from);
  const section: Section = {
    name,
    inverted: sign === '^',
    body: text.slice(from, closing.start),
  };
  // The tags of a section that has whole paragraphs take their own paragraphs with them.
  const ownLines =
    isLineStart(text, start.index) &&
    section.body.startsWith('\n') &&
    isLineStart(text, closing.start) &&
    text[closing.end] === '\n';
  const body = ownLines ? section.body.slice(1) : section.body;
  const rest = text.slice(ownLines ? closing.end + 1 : closing.end);
  return (
    filled(text.slice(0, start.index), values, item) +
    repeated({ ...section, body }, values) +
    expand(rest, values, item)
  );
}

function repeated({ name, inverted, body }: Section, values: Known): string {
  const value = values[name];
  const list = typeof value === 'string' ? (value === '' ? [] : [value]) : (value ?? []);
  if (inverted) return list.length === 0 ? expand(body, values, null) : '';
  return list.map((each) => expand(body, values, each)).join('');
}

function closingOf(text: string, name: string, from: number): { start: number; end: number } {
  const ends = new RegExp(`\\{([#^/])\\s*${escaped(name)}\\s*\\}`, 'g');
  ends.lastIndex = from;
  let depth = 1;
  for (let found = ends.exec(text); found !== null; found = ends.exec(text)) {
    depth += found[1] === '/' ? -1 : 1;
    if (depth === 0) return { start: found.index, end: found.index + found[0].length };
  }
  throw new RangeError(`a section without an end: ${name}`);
}

function filled(text: string, values: Known, item: string | null): string {
  return text.replace(TAG, (_all, _sign: string, name: string) => {
    const value = name.trim() === '.' ? item : values[name.trim() as LetterField];
    return typeof value === 'string' ? value : '';
  });
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n';
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Every tag names a field, or is the list of bases and what is inside it. */
export function tagsMustBeKnown(tags: readonly Tag[], fields: ReadonlySet<string>): string[] {
  const unknown = tags
    .filter(({ name }) => name !== '.' && name !== BASES && !fields.has(name))
    .map(({ sign, name }) => `{${sign}${name}}`);
  return [...new Set(unknown)];
}
