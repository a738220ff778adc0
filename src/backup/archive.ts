import type { EntityManager } from 'typeorm';
import { sequencesOf, tablesOf } from './catalogue.js';
import { type DataFile, mustBeSafe, sha256Of } from './data-files.js';
import {
  FORMAT,
  type FileFacts,
  type Manifest,
  readManifest,
  type TableFacts,
} from './manifest.js';
import { damaged } from './refusals.js';
import { type Digest, fixTextForms, LineDigest, linesOf } from './rows.js';
import type { Entry } from './tar.js';

const FORMAT_NAME = 'FORMAT';
const MANIFEST_NAME = 'manifest.json';
const FILE = /^files\/(.+)$/;
const CHUNK = /^tables\/([^/]+)\/\d+\.jsonl$/;

/** What the database cannot say of a backup. */
export interface Origin {
  readonly program: string;
  readonly migrations: readonly string[];
  readonly madeAt: Date;
  readonly files: readonly DataFile[];
}

/**
 * The archive: `FORMAT`, the files beside the database, `tables/<name>/<number>.jsonl` (whole lines, see `linesOf`), and the
 * manifest last.
 *
 * @param done is told the manifest.
 */
export async function* archiveOf(
  manager: EntityManager,
  origin: Origin,
  done: (manifest: Manifest) => void,
): AsyncGenerator<Entry> {
  await fixTextForms(manager);
  yield { name: FORMAT_NAME, bytes: Buffer.from(FORMAT) };
  for (const { path, bytes } of origin.files) yield { name: `files/${path}`, bytes };
  const tables: TableFacts[] = [];
  for (const table of await tablesOf(manager)) {
    const digest = new LineDigest();
    let number = 0;
    for await (const bytes of linesOf(manager, table)) {
      digest.add(bytes);
      yield { name: `tables/${table.name}/${String(++number).padStart(6, '0')}.jsonl`, bytes };
    }
    const columns = table.columns.map((column) => column.name);
    tables.push({ name: table.name, columns, ...digest.end() });
  }
  const manifest = { ...factsOf(origin), ...(await stateOf(manager)), tables };
  yield { name: MANIFEST_NAME, bytes: Buffer.from(JSON.stringify(manifest, null, 1)) };
  done(manifest);
}

/** What stands in an archive, and the files beside the database. */
export interface Contents {
  readonly manifest: Manifest;
  readonly files: readonly DataFile[];
}

/** Reads an archive to its end and holds it against its manifest. @throws BadInput `backup.damaged`. */
export async function inspect(entries: AsyncIterable<Entry>): Promise<Contents> {
  const digests = new Map<string, LineDigest>();
  const files: DataFile[] = [];
  let manifest: Manifest | null = null;
  for await (const entry of inOrder(entries)) {
    if (manifest !== null) throw damaged('sau bảng kê còn phần lạ');
    if (entry.kind === 'file') files.push(entry.file);
    else if (entry.kind === 'manifest') manifest = entry.manifest;
    else {
      const digest = digests.get(entry.table) ?? new LineDigest();
      digests.set(entry.table, digest);
      digest.add(entry.lines);
    }
  }
  if (manifest === null) throw damaged('thiếu bảng kê');
  mustAgree(manifest, digests);
  mustHaveFiles(manifest.files, files);
  return { manifest, files };
}

/** The chunks of lines alone, in the archive's order. */
export async function* chunksOf(
  entries: AsyncIterable<Entry>,
): AsyncGenerator<{ readonly table: string; readonly lines: Buffer }> {
  for await (const entry of inOrder(entries)) if (entry.kind === 'chunk') yield entry;
}

type Part =
  | { readonly kind: 'file'; readonly file: DataFile }
  | { readonly kind: 'chunk'; readonly table: string; readonly lines: Buffer }
  | { readonly kind: 'manifest'; readonly manifest: Manifest };

async function* inOrder(entries: AsyncIterable<Entry>): AsyncGenerator<Part> {
  let isFirst = true;
  for await (const entry of entries) {
    if (isFirst) mustBeOurs(entry);
    else yield partOf(entry);
    isFirst = false;
  }
}

function mustBeOurs({ name, bytes }: Entry): void {
  if (name === FORMAT_NAME && bytes.toString() === FORMAT) return;
  throw damaged('đây không phải bản sao lưu mà chương trình này đọc được');
}

function partOf({ name, bytes }: Entry): Part {
  if (name === MANIFEST_NAME) return { kind: 'manifest', manifest: readManifest(bytes.toString()) };
  const path = FILE.exec(name)?.[1];
  if (path !== undefined) {
    mustBeSafe(path);
    return { kind: 'file', file: { path, bytes } };
  }
  const table = CHUNK.exec(name)?.[1];
  if (table === undefined) throw damaged('có phần lạ');
  return { kind: 'chunk', table, lines: bytes };
}

function factsOf({
  program,
  migrations,
  madeAt,
  files,
}: Origin): Omit<Manifest, 'provinces' | 'tables' | 'sequences'> {
  const facts = files.map(({ path, bytes }) => ({ path, sha256: sha256Of(bytes) }));
  return { program, migrations, madeAt: madeAt.toISOString(), files: facts };
}

async function stateOf(manager: EntityManager): Promise<Pick<Manifest, 'provinces' | 'sequences'>> {
  const provinces = await manager.query<{ code: string }[]>(
    'SELECT code FROM provinces ORDER BY code COLLATE "C"',
  );
  return {
    provinces: provinces.map(({ code }) => code),
    sequences: await sequencesOf(manager),
  };
}

function mustAgree(manifest: Manifest, digests: ReadonlyMap<string, LineDigest>): void {
  const listed = new Set(manifest.tables.map(({ name }) => name));
  for (const name of digests.keys())
    if (!listed.has(name)) throw damaged(`bảng ${name} không có trong bảng kê`);
  for (const table of manifest.tables) {
    const found = (digests.get(table.name) ?? new LineDigest()).end();
    mustBeSame(table, found);
  }
}

/** @throws BadInput `backup.damaged` when rows are not those of the manifest. */
export function mustBeSame(listed: TableFacts, found: Digest): void {
  if (found.rows !== listed.rows)
    throw damaged(`bảng ${listed.name} có ${found.rows} dòng, bảng kê ghi ${listed.rows}`);
  if (found.sha256 !== listed.sha256)
    throw damaged(`nội dung bảng ${listed.name} không khớp bảng kê`);
}

function mustHaveFiles(listed: readonly FileFacts[], found: readonly DataFile[]): void {
  const line = (path: string, sha256: string): string => `${path} ${sha256}`;
  const wanted = listed.map(({ path, sha256 }) => line(path, sha256));
  const there = found.map(({ path, bytes }) => line(path, sha256Of(bytes)));
  if (wanted.sort().join('\n') !== there.sort().join('\n'))
    throw damaged('tệp khóa hoặc tệp nhật ký không khớp bảng kê');
}
