import { posix } from 'node:path';
import type { Readable } from 'node:stream';
import { DEFAULT_LIMITS } from '../limits.js';
import { relationsOf, relationsPathOf, type Relation } from '../workbook-parts.js';
import { openParts, type Parts } from '../zip-parts.js';
import { applyEdits, insertion } from './edits.js';
import { attributeOf, escapedAttribute, prefixOf, rootOf, tagsOf } from './xml-tags.js';
import { canEditZip, editZip } from './zip-edit.js';

const CONTENT_TYPES = '[Content_Types].xml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const OFFICE_RELATIONS =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook as text, with what was changed in them; the rest of the zip is never unpacked. */
export class PackageEdit {
  private readonly changed = new Map<string, string>();
  private readonly removed = new Set<string>();

  private constructor(
    private readonly bytes: Buffer,
    readonly parts: Parts,
  ) {}

  /** @throws BadInput `sheet.*` as the reader does */
  static async open(bytes: Buffer): Promise<PackageEdit> {
    return new PackageEdit(bytes, await openParts(bytes, DEFAULT_LIMITS));
  }

  get isEditable(): boolean {
    return canEditZip(this.bytes);
  }

  has(path: string): boolean {
    const name = this.nameOf(path);
    return !this.removed.has(name) && (this.changed.has(name) || this.parts.has(path));
  }

  /** The text of a part, in UTF-8. @throws TypeError where it is in another encoding */
  async text(path: string): Promise<string> {
    return this.changed.get(this.nameOf(path)) ?? textOf(await this.parts.open(path));
  }

  set(path: string, text: string): void {
    this.changed.set(this.nameOf(path), text);
  }

  remove(path: string): void {
    this.removed.add(this.nameOf(path));
  }

  /** The relations of a part as they stood in the file that was opened. */
  relations(path: string): Promise<readonly Relation[]> {
    return relationsOf(this.parts, path);
  }

  /** Relates a part ('' = the package) to another and gives the relation's id. */
  async relate(from: string, type: string, to: string): Promise<string> {
    const path = relationsPathOf(from);
    const xml = this.has(path)
      ? await this.text(path)
      : `${DECLARATION}<Relationships xmlns="${PACKAGE}relationships"></Relationships>`;
    const taken = new Set(
      [...tagsOf(xml)].map(({ text }) => attributeOf(text, 'Id')?.toLowerCase()),
    );
    let number = taken.size + 1;
    while (taken.has(`rid${number}`)) number++;
    const target = posix.relative(posix.dirname(`/${from}`), `/${to}`);
    const attributes = `Id="rId${number}" Type="${type}" Target="${escapedAttribute(target)}"`;
    this.set(path, withChild(xml, `Relationship ${attributes}`));
    return `rId${number}`;
  }

  async unrelate(from: string, to: string): Promise<void> {
    const path = relationsPathOf(from);
    const folder = posix.dirname(`/${from}`);
    await this.dropTags(path, 'Relationship', (tag) => {
      const target = attributeOf(tag, 'Target') ?? '';
      return posix.resolve(folder, target) === `/${to}`;
    });
  }

  /** Says what kind of content a new part holds. */
  async declare(path: string, contentType: string): Promise<void> {
    const xml = await this.text(CONTENT_TYPES);
    const attributes = `PartName="/${escapedAttribute(path)}" ContentType="${contentType}"`;
    this.set(CONTENT_TYPES, withChild(xml, `Override ${attributes}`));
  }

  async declareExtension(extension: string, contentType: string): Promise<void> {
    const xml = await this.text(CONTENT_TYPES);
    const known = [...tagsOf(xml)].some(
      ({ local, text }) =>
        local === 'Default' && attributeOf(text, 'Extension')?.toLowerCase() === extension,
    );
    if (!known)
      this.set(
        CONTENT_TYPES,
        withChild(xml, `Default Extension="${extension}" ContentType="${contentType}"`),
      );
  }

  undeclare(path: string): Promise<void> {
    const name = `/${path}`.toLowerCase();
    return this.dropTags(
      CONTENT_TYPES,
      'Override',
      (tag) => attributeOf(tag, 'PartName')?.toLowerCase() === name,
    );
  }

  /** A path that no part has: `xl/comments%.xml` → `xl/comments1.xml`. */
  freePath(pattern: string): string {
    for (let number = 1; ; number++) {
      const path = pattern.replace('%', String(number));
      if (!this.has(path)) return path;
    }
  }

  /** The zip with what was changed. */
  finish(): Buffer {
    const written = new Map([...this.changed].map(([name, text]) => [name, Buffer.from(text)]));
    return editZip(this.bytes, { written, removed: this.removed });
  }

  /** Paths are looked up without regard to case; changes go to the entry as the zip names it. */
  private nameOf(path: string): string {
    const lower = path.toLowerCase();
    return this.parts.paths.find((each) => each.toLowerCase() === lower) ?? path;
  }

  private async dropTags(
    path: string,
    local: string,
    isMeant: (tag: string) => boolean,
  ): Promise<void> {
    const xml = await this.text(path);
    const dropped = [...tagsOf(xml)].filter((tag) => tag.local === local && isMeant(tag.text));
    this.set(
      path,
      applyEdits(
        xml,
        dropped.map(({ start, end }) => ({ start, end, text: '' })),
      ),
    );
  }
}

/** The part with one more empty element at the end of its root; `<Types/>` is opened for it. */
function withChild(xml: string, child: string): string {
  const root = rootOf(xml);
  if (root === null) throw new Error('a part without a root');
  const element = `<${prefixOf(root)}${child}/>`;
  const close = lastClose(xml);
  return root.kind === 'empty'
    ? applyEdits(xml, [{ start: root.start, end: root.end, text: opened(root.text, element) }])
    : applyEdits(xml, [insertion(close, element)]);
}

/** `<a b="c"/>` with content: `<a b="c">content</a>`. */
export function opened(emptyTag: string, content: string): string {
  const name = /^<([^\s/>]+)/.exec(emptyTag)?.[1] ?? '';
  return `${emptyTag.replace(/\s*\/>$/, '>')}${content}</${name}>`;
}

/** Where the closing tag of the root begins. */
export function lastClose(xml: string): number {
  return xml.lastIndexOf('</');
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
}
