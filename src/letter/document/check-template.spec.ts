import { describe, expect, it } from '@jest/globals';
import { BadInput } from '../../shared/errors.js';
import { editZip } from '../../sheet/patch/zip-edit.js';
import { PackageEdit } from '../../sheet/patch/package-edit.js';
import { LETTER_KINDS } from '../letter.js';
import { SAMPLE_VALUES } from '../letter-fields.js';
import { standardTemplate } from '../standard/standard-template.js';
import { mustBeTemplate } from './check-template.js';
import { Template } from './merge.js';
import { readDocument } from './read-document.js';

const MAIN = 'word/document.xml';
const STANDARD = standardTemplate('transfer');

/** The standard template with its main part changed. */
async function withMain(change: (xml: string) => string): Promise<Buffer> {
  const edit = await PackageEdit.open(STANDARD);
  edit.set(MAIN, change(await edit.text(MAIN)));
  return edit.finish();
}

function withPart(path: string, content: string): Buffer {
  return editZip(STANDARD, {
    written: new Map([[path, Buffer.from(content)]]),
    removed: new Set(),
  });
}

async function refusal(bytes: Buffer): Promise<string> {
  return mustBeTemplate(bytes).then(
    () => 'taken',
    (error: unknown) => (error instanceof BadInput ? error.code : `bug: ${String(error)}`),
  );
}

/** A run of its own in the first paragraph of the body. */
const run = (inner: string) => (xml: string) =>
  xml.replace('</w:tbl><w:p>', `</w:tbl><w:p><w:r>${inner}</w:r></w:p><w:p>`);

describe('mustBeTemplate', () => {
  it.each(LETTER_KINDS)('takes the standard template of %s', async (kind) => {
    expect(await refusal(standardTemplate(kind))).toBe('taken');
  });

  it('takes a field that Word has cut into runs', async () => {
    const cut = await withMain((xml) => xml.replace('{viec}', '{vi</w:t></w:r><w:r><w:t>ec}'));
    expect(await refusal(cut)).toBe('taken');
  });

  it('names a field that is not in the list, and one that only looks like a property', async () => {
    for (const name of ['luong', 'constructor', '@ho_ten', '__proto__', 'ho_ten.length'])
      expect(await refusal(await withMain((xml) => xml.replace('{viec}', `{${name}}`)))).toBe(
        'letter.unknown-field',
      );
  });

  it('asks for the fields without which it is no decision about somebody', async () => {
    const without = await withMain((xml) => xml.replaceAll('{ho_ten}', 'ai đó'));
    expect(await refusal(without)).toBe('letter.field-missing');
  });

  it('refuses braces that do not close and sections that cross', async () => {
    for (const text of ['{viec', '{#ghi_chu}', '{#ghi_chu}{#thay_the}{/ghi_chu}{/thay_the}'])
      expect(await refusal(await withMain((xml) => xml.replace('{viec}', text)))).toBe(
        'letter.template-broken',
      );
  });

  it('refuses what is no document, or a damaged one', async () => {
    expect(await refusal(Buffer.from(''))).toBe('letter.not-a-workbook');
    expect(await refusal(Buffer.from('%PDF-1.7'))).toBe('letter.not-a-workbook');
    expect(await refusal(STANDARD.subarray(0, STANDARD.length - 40))).toBe('letter.damaged');
    const empty = editZip(STANDARD, { written: new Map(), removed: new Set([MAIN]) });
    expect(await refusal(empty)).toBe('letter.not-a-document');
  });

  it('refuses macros, whatever the ending, and another file inside', async () => {
    expect(await refusal(withPart('word/vbaProject.bin', 'x'))).toBe('letter.macros');
    expect(await refusal(withPart('word/embeddings/a.xlsx', 'x'))).toBe('letter.nested-file');
    expect(await refusal(withPart('word/embeddings/oleObject1.bin', 'x'))).toBe(
      'letter.active-field',
    );
  });

  it('refuses a template, a picture or a chunk that is fetched from elsewhere', async () => {
    const relations = 'word/_rels/settings.xml.rels';
    const outside = `<Relationships><Relationship Id="r" Type="http://x/attachedTemplate" Target="http://evil/a.dotm" TargetMode="External"/></Relationships>`;
    expect(await refusal(withPart(relations, outside))).toBe('letter.external-link');
    expect(await refusal(await withMain(run('<w:altChunk/>')))).toBe('letter.active-field');
  });

  it('refuses fields of Word that run or fetch, and keeps page numbers', async () => {
    const field = (text: string) => withMain(run(`<w:instrText>${text}</w:instrText>`));
    for (const text of ['DDEAUTO cmd', ' INCLUDETEXT "a"', 'DATE'])
      expect(await refusal(await field(text))).toBe('letter.active-field');
    expect(await refusal(await withMain(run('<w:fldSimple w:instr="DDE x"/>')))).toBe(
      'letter.active-field',
    );
    expect(await refusal(await field(' PAGE \\* MERGEFORMAT'))).toBe('taken');
  });

  it('refuses a document type in any part', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>';
    for (const path of ['docProps/core.xml', 'word/settings.xml'])
      expect(await refusal(withPart(path, bomb))).toBe('letter.document-type');
  });

  it('refuses one that is too large before it is unpacked', async () => {
    expect(await refusal(withPart('word/media/a.png', 'x'.repeat(25 * 1_048_576)))).toBe(
      'letter.too-large',
    );
  });
});

describe('a letter', () => {
  it('has the same bytes for the same values, and others for others', () => {
    const template = new Template(STANDARD);
    const letter = template.merged(SAMPLE_VALUES);
    expect(new Template(STANDARD).merged({ ...SAMPLE_VALUES }).equals(letter)).toBe(true);
    const other = template.merged({ ...SAMPLE_VALUES, ho_ten: 'Lò Thị Khác' });
    expect(other.equals(letter)).toBe(false);
  });

  it('holds marks of XML and braces in a value as they are', async () => {
    const odd = { ...SAMPLE_VALUES, ho_ten: `A <w:t>&amp; "{viec}" 'B'` };
    const { paragraphs } = await readDocument(new Template(STANDARD).merged(odd));
    expect(paragraphs.join('\n')).toContain(`bà A <w:t>&amp; "{viec}" 'B', sinh ngày`);
  });
});
