import { externalLink, macros, shortened } from './refusals.js';
import { parseXml } from './xml-events.js';
import type { Parts } from './zip-parts.js';

const CONTENT_TYPES = '[Content_Types].xml';

/**
 * Refuses a workbook whose own lists name macros or something outside the file. A hyperlink stays: people type addresses, and
 * nothing follows them. A link to another workbook is refused although its last values stand in the file: they are as old as
 * the last time somebody opened both.
 *
 * @throws BadInput `sheet.macros`, `sheet.external-link`
 */
export async function mustBeSelfContained(parts: Parts): Promise<void> {
  if (parts.has(CONTENT_TYPES)) await mustHaveNoMacros(parts);
  for (const path of parts.paths)
    if (path.toLowerCase().endsWith('.rels')) await mustStayInside(parts, path);
}

async function mustHaveNoMacros(parts: Parts): Promise<void> {
  await parseXml(await parts.open(CONTENT_TYPES), {
    open(_name, { ContentType = '' }) {
      if (/macro|vbaproject/i.test(ContentType)) throw macros();
    },
    close() {},
    text() {},
  });
}

async function mustStayInside(parts: Parts, path: string): Promise<void> {
  await parseXml(await parts.open(path), {
    open(name, { Type = '', TargetMode = '', Target = '' }) {
      if (name !== 'Relationship') return;
      const type = Type.slice(Type.lastIndexOf('/') + 1).toLowerCase();
      const isOutside = TargetMode.trim().toLowerCase() === 'external' && type !== 'hyperlink';
      if (isOutside || type === 'externallink') throw externalLink(shortened(Target));
    },
    close() {},
    text() {},
  });
}
