import { mustBeSelfContained } from '../../sheet/package-wall.js';
import { canEditZip } from '../../sheet/patch/zip-edit.js';
import { parseXml, type XmlHandler } from '../../sheet/xml-events.js';
import { asRefusal, type Parts } from '../../sheet/zip-parts.js';
import {
  BARE_VALUES,
  LETTER_FIELDS,
  type LetterValues,
  NEEDED_FIELDS,
  SAMPLE_VALUES,
} from '../letter-fields.js';
import { expandedParagraphs, tagsMustBeKnown, tagsOf } from './expand.rules.js';
import { Template } from './merge.js';
import {
  activeField,
  asDocumentRefusal,
  brokenTemplate,
  missingFields,
  noDocument,
  unknownFields,
} from './refusals.js';
import { MAIN_PART, openDocument, readDocument } from './read-document.js';

const FIELDS: ReadonlySet<string> = new Set(Object.keys(LETTER_FIELDS));
/** Fields of Word that only count pages or lead somewhere when clicked. */
const HARMLESS = /^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|HYPERLINK)\b/i;
const EMBEDDED = /^word\/(?:embeddings|activex)\//i;

/**
 * A template is taken only when it is a harmless document, names known fields, and reads back as it should with sample
 * values: what the library writes is compared with what our own reader and our own expansion expect.
 *
 * @throws BadInput `letter.*`
 */
export async function mustBeTemplate(bytes: Buffer): Promise<void> {
  try {
    await mustBeHarmless(bytes);
  } catch (error) {
    throw asDocumentRefusal(asRefusal(error));
  }
  const { paragraphs } = await readDocument(bytes);
  const tags = tagsOf(paragraphs.join('\n'));
  const unknown = tagsMustBeKnown(tags, FIELDS);
  if (unknown.length > 0) throw unknownFields(unknown);
  const named = new Set(tags.map(({ name }) => name));
  const missing = NEEDED_FIELDS.filter((field) => !named.has(field));
  if (missing.length > 0) throw missingFields(missing);
  for (const values of [SAMPLE_VALUES, BARE_VALUES]) await mustReadBack(bytes, paragraphs, values);
}

async function mustBeHarmless(bytes: Buffer): Promise<void> {
  const parts = await openDocument(bytes);
  if (!parts.has(MAIN_PART) || !canEditZip(bytes)) throw noDocument();
  await unpackAll(parts);
  await mustBeSelfContained(parts);
  if (parts.paths.some((path) => EMBEDDED.test(path))) throw activeField('đối tượng nhúng');
  const { instructions, hasForeignContent } = await readDocument(bytes);
  if (hasForeignContent) throw activeField('nội dung của tệp khác');
  const active = instructions.find((each) => each.trim() !== '' && !HARMLESS.test(each));
  if (active !== undefined) throw activeField(active.trim());
}

const XML = /\.(?:xml|rels)$/i;
const NOBODY: XmlHandler = { open: () => {}, close: () => {}, text: () => {} };

/**
 * The templating library believes what a zip says of itself and what XML declares: behind this nothing is larger than it
 * said, and no part has a document type.
 */
async function unpackAll(parts: Parts): Promise<void> {
  for (const path of parts.paths) {
    if (path.endsWith('/')) continue;
    const stream = await parts.open(path);
    if (XML.test(path)) await parseXml(stream, NOBODY);
    else for await (const piece of stream) void piece;
  }
}

async function mustReadBack(
  template: Buffer,
  paragraphs: readonly string[],
  values: LetterValues,
): Promise<void> {
  const letter = new Template(template).merged(values);
  const expected = expectedOf(paragraphs, values);
  const { paragraphs: read } = await readDocument(letter);
  const differs = expected.findIndex((line, at) => read[at] !== line);
  if (differs >= 0 || read.length !== expected.length)
    throw brokenTemplate(`đoạn "${(expected[differs] ?? '').slice(0, 40)}"`);
}

function expectedOf(paragraphs: readonly string[], values: LetterValues): string[] {
  try {
    return expandedParagraphs(paragraphs, values);
  } catch (error) {
    if (error instanceof RangeError) throw brokenTemplate(error.message);
    throw error;
  }
}
