/** A tag and where it stands in the text of its part; `start` is at `<`, `end` behind `>`. */
export interface Tag {
  /** Without prefix. */
  readonly local: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TAG =
  /<(?:!--[^]*?-->|!\[CDATA\[[^]*?\]\]>|\?[^]*?\?>|(\/?)([^\s/>!?]+)[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>)/g;

/** The tags of a well-formed part in their order; comments, instructions and CDATA are passed over. */
export function* tagsOf(xml: string, from = 0): Generator<Tag, void> {
  const pattern = new RegExp(TAG);
  pattern.lastIndex = from;
  for (let found = pattern.exec(xml); found !== null; found = pattern.exec(xml)) {
    const [text, slash, name] = found;
    if (name === undefined) continue;
    const kind = slash === '/' ? 'close' : text.endsWith('/>') ? 'empty' : 'open';
    const { index: start } = found;
    yield { local: localOf(name), kind, text, start, end: start + text.length };
  }
}

/** The first tag: that of the root. */
export function rootOf(xml: string): Tag | null {
  return tagsOf(xml).next().value ?? null;
}

/** `x:` of `<x:row>`, '' of `<row>`. */
export function prefixOf(tag: Tag): string {
  const name = /^<\/?([^\s/>]+)/.exec(tag.text)?.[1] ?? '';
  return name.slice(0, name.length - tag.local.length);
}

/** The value of an attribute by its full name, with entities as they were written; undefined = not there. */
export function attributeOf(tag: string, name: string): string | undefined {
  const found = attribute(name).exec(tag);
  return found === null ? undefined : (found[2] ?? found[3]);
}

/** The tag with an attribute set; every other character stays. */
export function withAttribute(tag: string, name: string, value: string): string {
  const written = ` ${name}="${escapedAttribute(value)}"`;
  if (attribute(name).test(tag)) return tag.replace(attribute(name), () => written);
  return tag.replace(/\s*\/?>$/, (end) => `${written}${end.trimStart()}`);
}

const ATTRIBUTES = new Map<string, RegExp>();

function attribute(name: string): RegExp {
  const known = ATTRIBUTES.get(name);
  if (known !== undefined) return known;
  const made = new RegExp(`\\s(${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  ATTRIBUTES.set(name, made);
  return made;
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Characters that XML cannot hold. */
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export function escapedText(text: string): string {
  return text
    .replace(UNPRINTABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

export function escapedAttribute(text: string): string {
  return escapedText(text)
    .replaceAll('"', '&quot;')
    .replace(/[\r\n\t]/g, ' ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The text that an attribute or a text node stands for. */
export function unescapedText(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (all, hex, decimal, name) => {
    if (typeof hex === 'string') return String.fromCodePoint(parseInt(hex, 16));
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal));
    return ENTITIES[String(name)] ?? String(all);
  });
}
