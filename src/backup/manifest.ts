import { damaged } from './refusals.js';
import type { Sequence } from './catalogue.js';
import type { Digest } from './rows.js';

/** Changes when an older program could no longer read the archive. */
export const FORMAT = 'bo-tri-backup 1\n';

/** What an archive holds: its last file, since counts are known only at the end. */
export interface Manifest {
  /** Version of the program that wrote it. */
  readonly program: string;
  /** Names of the migrations that the database had, oldest first. */
  readonly migrations: readonly string[];
  /** Instant as ISO text, before the rows were read. */
  readonly madeAt: string;
  /** Codes of the provinces inside. */
  readonly provinces: readonly string[];
  readonly tables: readonly TableFacts[];
  readonly sequences: readonly Sequence[];
  readonly files: readonly FileFacts[];
}

export interface TableFacts extends Digest {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A file beside the database: keys, witnesses. */
export interface FileFacts {
  /** Under the data folder, with `/`. */
  readonly path: string;
  readonly sha256: string;
}

/** @throws BadInput `backup.damaged` when the text is no manifest. */
export function readManifest(text: string): Manifest {
  const manifest = parsed(text);
  const isOne =
    isText(manifest['program']) &&
    isText(manifest['madeAt']) &&
    areTexts(manifest['migrations']) &&
    areTexts(manifest['provinces']) &&
    isList(manifest['tables'], isTable) &&
    isList(manifest['sequences'], isSequence) &&
    isList(manifest['files'], (file) => isText(file['path']) && isText(file['sha256']));
  if (!isOne) throw damaged('bảng kê không đúng mẫu');
  return manifest as unknown as Manifest;
}

type Fields = Readonly<Record<string, unknown>>;

function parsed(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Told below.
  }
  throw damaged('bảng kê không đọc được');
}

function isTable(table: Fields): boolean {
  return (
    isText(table['name']) &&
    isText(table['sha256']) &&
    Number.isInteger(table['rows']) &&
    areTexts(table['columns'])
  );
}

function isSequence(sequence: Fields): boolean {
  return (
    isText(sequence['name']) &&
    /^-?\d{1,19}$/.test(String(sequence['lastValue'])) &&
    typeof sequence['isCalled'] === 'boolean'
  );
}

function isList(value: unknown, isItem: (item: Fields) => boolean): boolean {
  return Array.isArray(value) && value.every((item: unknown) => isObject(item) && isItem(item));
}

function areTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
