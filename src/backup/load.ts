import type { EntityManager } from 'typeorm';
import { BadInput } from '../shared/errors.js';
import { mustBeSame } from './archive.js';
import {
  type ForeignKey,
  foreignKeysOf,
  identifier,
  quoted,
  type Sequence,
  sequencesOf,
  type Table,
  tablesOf,
  triggersOf,
  type UserTrigger,
} from './catalogue.js';
import { mustBeEmpty } from './empty-target.js';
import type { Manifest } from './manifest.js';
import { damaged } from './refusals.js';
import { digestOf, fixTextForms, NEWLINE } from './rows.js';

/** The embedded engine's socket takes time that grows with the square of a message: see docs/traps.md. */
const MESSAGE_BYTES = 1024 * 1024;

/** Whole lines of one table. */
export interface Chunk {
  readonly table: string;
  readonly lines: Buffer;
}

/**
 * Fills a database that has the backup's migrations and no province. In one transaction, and none of it stays unless all holds:
 * checks, keys and exclusions row by row, foreign keys over all rows, and every table read back against the manifest. No trigger
 * of ours sees the rows, so they stay as they were.
 *
 * @throws BadInput `backup.damaged`, `backup.rows-refused` when a constraint does not hold; Conflict `backup.target-not-empty`.
 */
export async function load(
  manager: EntityManager,
  manifest: Manifest,
  chunks: AsyncIterable<Chunk>,
): Promise<void> {
  const tables = await tablesOf(manager);
  const all = tables.map(({ name }) => quoted(name)).join(', ');
  await manager.query(`LOCK TABLE ${all} IN ACCESS EXCLUSIVE MODE`);
  await mustBeEmpty(manager);
  mustFit(manifest, tables);
  mustKnowSequences(manifest, await sequencesOf(manager));
  await fixTextForms(manager);
  await manager.query('SET CONSTRAINTS ALL IMMEDIATE');
  const keys = await foreignKeysOf(manager);
  const triggers = await triggersOf(manager);
  // Tables refer to each other in circles; the keys come back at the end, which proves each of them.
  for (const key of keys) await dropKey(manager, key);
  for (const trigger of triggers) await switchTrigger(manager, trigger, 'DISABLE');
  await manager.query(`TRUNCATE ${all}`);
  await refusingRows(() => insertAll(manager, tables, chunks));
  for (const trigger of triggers) await switchTrigger(manager, trigger, WAYS[trigger.enabled]);
  await refusingRows(() => addKeys(manager, keys));
  await verify(manager, tables, manifest);
  await setSequences(manager, manifest);
  await manager.query(`ANALYZE ${all}`);
}

const WAYS: Readonly<Record<string, string>> = {
  O: 'ENABLE',
  R: 'ENABLE REPLICA',
  A: 'ENABLE ALWAYS',
  D: 'DISABLE',
};

function mustFit(manifest: Manifest, tables: readonly Table[]): void {
  const shape = (name: string, columns: readonly string[]): string => `${name}(${columns.join()})`;
  const listed = manifest.tables.map(({ name, columns }) => shape(name, columns));
  const there = tables.map(({ name, columns }) =>
    shape(
      name,
      columns.map((column) => column.name),
    ),
  );
  const lacking = listed.filter((each) => !there.includes(each));
  const unknown = there.filter((each) => !listed.includes(each));
  if (lacking.length > 0 || unknown.length > 0 || listed.length !== there.length)
    throw damaged('các bảng không phải của phiên bản mà bảng kê ghi');
}

function mustKnowSequences({ sequences }: Manifest, there: readonly Sequence[]): void {
  const names = (list: readonly Sequence[]): string =>
    list
      .map(({ name }) => name)
      .sort()
      .join();
  if (names(sequences) !== names(there))
    throw damaged('các dãy số không phải của phiên bản mà bảng kê ghi');
}

async function dropKey(manager: EntityManager, { table, name }: ForeignKey): Promise<void> {
  await manager.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${identifier(name)}`);
}

async function addKeys(manager: EntityManager, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of keys)
    await manager.query(
      `ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${identifier(name)} ${definition}`,
    );
}

async function switchTrigger(
  manager: EntityManager,
  { table, name }: UserTrigger,
  way: string | undefined,
): Promise<void> {
  if (way === undefined) throw new Error(`${name}: a state of triggers that is not known`);
  await manager.query(`ALTER TABLE ${quoted(table)} ${way} TRIGGER ${identifier(name)}`);
}

async function insertAll(
  manager: EntityManager,
  tables: readonly Table[],
  chunks: AsyncIterable<Chunk>,
): Promise<void> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  for await (const { table: name, lines } of chunks) {
    const table = byName.get(name);
    if (table === undefined) throw damaged(`bảng ${name} không có trong bảng kê`);
    for (const batch of batchesOf(lines)) await insert(manager, table, batch);
  }
}

/** Lines in groups of at most a message each; a longer line is a group of its own. */
function* batchesOf(lines: Buffer): Generator<Buffer> {
  for (let from = 0; from < lines.length;) {
    const first = lines.indexOf(NEWLINE, from);
    const last = lines.lastIndexOf(NEWLINE, from + MESSAGE_BYTES);
    const end = Math.max(first, last);
    if (first === -1) throw damaged('có dòng bị cắt');
    yield lines.subarray(from, end);
    from = end + 1;
  }
}

/** @param batch lines without the last newline. */
async function insert(manager: EntityManager, table: Table, batch: Buffer): Promise<void> {
  const names = table.columns.map(({ name }) => identifier(name));
  const values = table.columns.map(({ type }, index) => `(line->>${index})::${type}`);
  const into = `INSERT INTO ${quoted(table.name)} (${names.join(', ')}) OVERRIDING SYSTEM VALUE SELECT ${values.join(', ')}`;
  const from = (bytes: string): string =>
    `FROM jsonb_array_elements(('[' || replace(convert_from(${bytes}, 'UTF8'), E'\\n', ',') || ']')::jsonb) line`;
  if (batch.length <= MESSAGE_BYTES) return manager.query(`${into} ${from('$1::bytea')}`, [batch]);
  await manager.query(
    'CREATE TEMP TABLE bo_tri_pieces (number integer, piece bytea) ON COMMIT DROP',
  );
  for (let at = 0; at < batch.length; at += MESSAGE_BYTES)
    await manager.query('INSERT INTO bo_tri_pieces VALUES ($1, $2)', [
      at / MESSAGE_BYTES,
      batch.subarray(at, at + MESSAGE_BYTES),
    ]);
  await manager.query(
    `${into} ${from(`(SELECT string_agg(piece, ''::bytea ORDER BY number) FROM bo_tri_pieces)`)}`,
  );
  await manager.query('DROP TABLE bo_tri_pieces');
}

/** Reads every table back. */
async function verify(
  manager: EntityManager,
  tables: readonly Table[],
  manifest: Manifest,
): Promise<void> {
  const listed = new Map(manifest.tables.map((facts) => [facts.name, facts]));
  for (const table of tables) {
    const facts = listed.get(table.name);
    if (facts !== undefined) mustBeSame(facts, await digestOf(manager, table));
  }
}

/** So that no id is given twice, not even that of a row deleted since. */
async function setSequences(manager: EntityManager, { sequences }: Manifest): Promise<void> {
  for (const { name, lastValue, isCalled } of sequences)
    await manager.query('SELECT setval($1::regclass, $2::bigint, $3)', [
      quoted(name),
      lastValue,
      isCalled,
    ]);
}

/** SQLSTATE 22…: no value of its type; 23…: a constraint. */
async function refusingRows(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { code, table, constraint } = error as {
      code?: string;
      table?: string;
      constraint?: string;
    };
    if (!/^2[23]\w{3}$/.test(String(code))) throw error;
    throw new BadInput(
      'backup.rows-refused',
      `Bản sao lưu có dòng không đúng ràng buộc ${constraint ?? ''} của bảng ${table ?? ''}. Không có gì được ghi.`,
      { table: table ?? null, constraint: constraint ?? null },
    );
  }
}
