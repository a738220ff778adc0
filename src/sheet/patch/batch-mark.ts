import { DEFAULT_LIMITS } from '../limits.js';
import { relationsOf } from '../workbook-parts.js';
import { openParts, type Parts } from '../zip-parts.js';
import { parseXml } from '../xml-events.js';
import { applyEdits, insertion } from './edits.js';
import { lastClose, OFFICE_RELATIONS, opened, type PackageEdit } from './package-edit.js';
import { attributeOf, escapedText, rootOf, tagsOf, withAttribute } from './xml-tags.js';

const PATH = 'docProps/custom.xml';
const TYPE = 'custom-properties';
const NAME = 'BoTriBatch';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const NONE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"></Properties>';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
/** The set of properties that a user may define. @source ECMA-376 part 1, 22.3 */
const USER_DEFINED = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/**
 * Puts the mark among the workbook's own properties, which Excel and LibreOffice keep when they save it. A mark of an earlier
 * time is replaced.
 */
export async function putBatchMark(edit: PackageEdit, mark: string): Promise<void> {
  const path = (await pathIn(edit.parts)) ?? (await newPart(edit));
  const xml = await edit.text(path);
  const root = rootOf(xml);
  if (root === null) throw new Error('properties without a root');
  const start = `<property xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" fmtid="${USER_DEFINED}"`;
  const value = `<vt:lpwstr xmlns:vt="${TYPES}">${escapedText(mark)}</vt:lpwstr>`;
  const { number, own } = propertiesOf(xml);
  const property = withAttribute(withAttribute(`${start}>`, 'pid', String(number)), 'name', NAME);
  const element = `${property}${value}</property>`;
  if (root.kind === 'empty')
    edit.set(path, applyEdits(xml, [{ ...root, text: opened(root.text, element) }]));
  else
    edit.set(
      path,
      applyEdits(xml, [
        ...(own === null ? [] : [{ ...own, text: '' }]),
        insertion(lastClose(xml), element),
      ]),
    );
}

async function newPart(edit: PackageEdit): Promise<string> {
  const path = edit.has(PATH) ? edit.freePath('docProps/custom%.xml') : PATH;
  edit.set(path, NONE);
  await edit.relate('', `${OFFICE_RELATIONS}/${TYPE}`, path);
  await edit.declare(path, CONTENT_TYPE);
  return path;
}

async function pathIn(parts: Parts): Promise<string | null> {
  const found = (await relationsOf(parts, '')).find(({ type }) => type === TYPE);
  return found !== undefined && parts.has(found.path) ? found.path : null;
}

/** The first free number, and where our property stands. */
function propertiesOf(xml: string): {
  readonly number: number;
  readonly own: { readonly start: number; readonly end: number } | null;
} {
  let number = 2;
  let start: number | null = null;
  let own: { start: number; end: number } | null = null;
  for (const tag of tagsOf(xml)) {
    if (tag.local !== 'property') continue;
    if (tag.kind === 'close' && start !== null) {
      own = { start, end: tag.end };
      start = null;
    } else if (tag.kind !== 'close') {
      number = Math.max(number, 1 + Number(attributeOf(tag.text, 'pid') ?? 1));
      if (attributeOf(tag.text, 'name') === NAME) start = tag.start;
    }
  }
  return { number, own };
}

/**
 * The mark that `patchWorkbook` put into a workbook; null = it has none.
 *
 * @throws BadInput `sheet.*` as the reader does
 */
export async function batchMarkOf(bytes: Buffer): Promise<string | null> {
  const parts = await openParts(bytes, DEFAULT_LIMITS);
  const path = await pathIn(parts);
  if (path === null) return null;
  let inside = false;
  let mark: string | null = null;
  await parseXml(await parts.open(path), {
    open(name, attributes) {
      if (name === 'property') inside = attributes['name'] === NAME;
    },
    text(text) {
      if (inside) mark = (mark ?? '') + text;
    },
    close(name) {
      if (name === 'property') inside = false;
    },
  });
  return mark;
}
