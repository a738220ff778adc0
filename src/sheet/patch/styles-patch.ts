import type { Severity } from '../../shared/issue.js';
import { applyEdits, insertion, type Edit } from './edits.js';
import { opened } from './package-edit.js';
import { attributeOf, prefixOf, rootOf, tagsOf, withAttribute, type Tag } from './xml-tags.js';

/** Light enough that black text stays readable; by these very values we know our own colours again. */
const FILL_COLOURS: Readonly<Record<Severity, string>> = {
  error: 'FFFFC7C9',
  warning: 'FFFFE9A6',
  note: 'FFDCEBF9',
};

/** What a workbook without styles means by them. */
export const PLAIN_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

/** A list of `styles.xml`, such as `fills`, and what is put behind its items. */
interface StyleList {
  readonly open: Tag;
  readonly close: Tag | null;
  readonly items: readonly string[];
  readonly added: string[];
}

const LISTS = ['fonts', 'fills', 'borders', 'cellXfs'] as const;
type ListName = (typeof LISTS)[number];

/** Adds styles to a workbook's own; those that are there keep their numbers. */
export class StylesPatch {
  private readonly prefix: string;
  private readonly indexes = new Map<string, number>();

  private constructor(
    private readonly xml: string,
    private readonly lists: Readonly<Record<ListName, StyleList>>,
  ) {
    const root = rootOf(xml);
    this.prefix = root === null ? '' : prefixOf(root);
  }

  /** null = lists that every workbook has are missing. */
  static of(xml: string): StylesPatch | null {
    const found = new Map(listsOf(xml).map((list) => [list.open.local, list]));
    const [fonts, fills, borders, cellXfs] = LISTS.map((name) => found.get(name));
    if (!fonts || !fills || !borders || !cellXfs || cellXfs.items.length === 0) return null;
    return new StylesPatch(xml, { fonts, fills, borders, cellXfs });
  }

  /** The style like `index` with the colour of a severity; fonts, borders and number formats stay. */
  coloured(index: number, severity: Severity): number {
    const fill = this.fill(FILL_COLOURS[severity]);
    return this.derived(index, fill, `fill ${severity} ${index}`);
  }

  /** The style like `index` without a colour of ours; the same where it has none. */
  uncoloured(index: number): number {
    return this.isOurs(index) ? this.derived(index, 0, `plain ${index}`) : index;
  }

  /** Whether any style of the workbook has a colour of ours: it went out from here before. */
  get hasOurs(): boolean {
    return this.lists.fills.items.some(isOurFill);
  }

  /** A style in Times New Roman 13 with wrapped text, for sheets of our own. */
  ofOurSheet(kind: 'title' | 'header' | 'text' | 'link'): number {
    return this.once(`own ${kind}`, () => {
      const { prefix } = this;
      const colour = kind === 'link' ? `<${prefix}color rgb="FF0563C1"/>` : '';
      const bold = kind === 'title' || kind === 'header' ? `<${prefix}b/>` : '';
      const line = kind === 'link' ? `<${prefix}u/>` : '';
      const face = `<${prefix}sz val="13"/>${colour}<${prefix}name val="Times New Roman"/>`;
      const font = this.add('fonts', `<${prefix}font>${bold}${line}${face}</${prefix}font>`);
      const border = kind === 'title' ? 0 : this.box();
      const across = kind === 'header' ? ' horizontal="center"' : '';
      const wrap = kind === 'title' ? '' : ' wrapText="1"';
      const attributes = `numFmtId="${kind === 'title' ? 0 : 49}" fontId="${font}" fillId="0" borderId="${border}" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"`;
      return this.add(
        'cellXfs',
        `<${prefix}xf ${attributes}><${prefix}alignment${across} vertical="center"${wrap}/></${prefix}xf>`,
      );
    });
  }

  finish(): string {
    return applyEdits(
      this.xml,
      LISTS.flatMap((name) => this.editsOf(name)),
    );
  }

  private box(): number {
    return this.once('box', () => {
      const { prefix } = this;
      const sides = ['left', 'right', 'top', 'bottom'].map(
        (side) => `<${prefix}${side} style="thin"><${prefix}color auto="1"/></${prefix}${side}>`,
      );
      const all = `${sides.join('')}<${prefix}diagonal/>`;
      return this.add('borders', `<${prefix}border>${all}</${prefix}border>`);
    });
  }

  private fill(colour: string): number {
    const known = this.lists.fills.items.findIndex((item) => item.includes(`"${colour}"`));
    if (known >= 0) return known;
    const { prefix } = this;
    const pattern = `<${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${colour}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill>`;
    return this.once(colour, () => this.add('fills', `<${prefix}fill>${pattern}</${prefix}fill>`));
  }

  private derived(index: number, fill: number, key: string): number {
    return this.once(key, () => {
      const own = this.item('cellXfs', index) ?? this.item('cellXfs', 0) ?? '';
      return this.add(
        'cellXfs',
        own.replace(/^<[^>]*>/, (tag) =>
          withAttribute(withAttribute(tag, 'fillId', String(fill)), 'applyFill', '1'),
        ),
      );
    });
  }

  private isOurs(index: number): boolean {
    const xf = /^<[^>]*>/.exec(this.item('cellXfs', index) ?? '')?.[0] ?? '';
    return isOurFill(this.item('fills', Number(attributeOf(xf, 'fillId') ?? 0)) ?? '');
  }

  private item(name: ListName, index: number): string | undefined {
    const { items, added } = this.lists[name];
    return items[index] ?? added[index - items.length];
  }

  private once(key: string, make: () => number): number {
    const index = this.indexes.get(key) ?? make();
    this.indexes.set(key, index);
    return index;
  }

  private add(name: ListName, item: string): number {
    const { items, added } = this.lists[name];
    return items.length + added.push(item) - 1;
  }

  private editsOf(name: ListName): readonly Edit[] {
    const { open, close, items, added } = this.lists[name];
    if (added.length === 0) return [];
    const tag = withAttribute(open.text, 'count', String(items.length + added.length));
    const content = added.join('');
    if (close === null) return [{ start: open.start, end: open.end, text: opened(tag, content) }];
    return [{ start: open.start, end: open.end, text: tag }, insertion(close.start, content)];
  }
}

function isOurFill(item: string): boolean {
  return Object.values(FILL_COLOURS).some((colour) => item.includes(`"${colour}"`));
}

/** The lists under the root, each item with its source. */
function listsOf(xml: string): readonly StyleList[] {
  const lists: StyleList[] = [];
  let depth = 0;
  let list: { open: Tag; items: string[] } | null = null;
  let itemStart = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close') depth--;
    if (depth === 1 && tag.kind === 'open') list = { open: tag, items: [] };
    else if (depth === 1 && tag.kind === 'empty')
      lists.push({ open: tag, close: null, items: [], added: [] });
    else if (depth === 1 && list !== null) {
      lists.push({ ...list, close: tag, added: [] });
      list = null;
    } else if (depth === 2) {
      if (tag.kind === 'open') itemStart = tag.start;
      else list?.items.push(xml.slice(tag.kind === 'close' ? itemStart : tag.start, tag.end));
    }
    if (tag.kind === 'open') depth++;
  }
  return lists;
}
