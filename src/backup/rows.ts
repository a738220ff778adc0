import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type Column, identifier, quoted, type Table } from './catalogue.js';

/** A statement's answer, and a file of the archive, have about so many bytes; one row may have more. */
const CHUNK_BYTES = 4 * 1024 * 1024;
const MOST_ROWS = 1000;

/** So many rows, and the sha256 over all their lines, hex. */
export interface Digest {
  readonly rows: number;
  readonly sha256: string;
}

/** What decides how a value is written; the same everywhere, whatever the server is set to. */
export async function fixTextForms(manager: EntityManager): Promise<void> {
  for (const [name, value] of [
    ['TimeZone', 'UTC'],
    ['DateStyle', 'ISO, MDY'],
    ['IntervalStyle', 'postgres'],
    ['bytea_output', 'hex'],
    ['extra_float_digits', '1'],
  ])
    await manager.query('SELECT set_config($1, $2, true)', [name, value]);
}

/**
 * The rows of a table by primary key, a line each: a JSON array of the columns' text forms, null for NULL. Text forms lose
 * nothing: 64-bit numbers, shortest exact floating point, bytes as hex. Needs `fixTextForms` and an open transaction.
 *
 * @returns chunks of whole lines.
 */
export async function* linesOf(manager: EntityManager, table: Table): AsyncGenerator<Buffer> {
  const many = await rowsPerChunk(manager, table);
  await manager.query(`DECLARE bo_tri_rows NO SCROLL CURSOR FOR ${selectLines(table)}`);
  for (;;) {
    const rows = await manager.query<{ line: string }[]>(`FETCH ${many} FROM bo_tri_rows`);
    if (rows.length === 0) break;
    yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(''));
  }
  await manager.query('CLOSE bo_tri_rows');
}

/** Counts lines and hashes them, chunk after chunk. */
export class LineDigest {
  private rows = 0;
  private readonly hash = createHash('sha256');

  add(chunk: Buffer): void {
    this.hash.update(chunk);
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1))
      this.rows++;
  }

  end(): Digest {
    return { rows: this.rows, sha256: this.hash.digest('hex') };
  }
}

/** What `linesOf` gives, without keeping it. */
export async function digestOf(manager: EntityManager, table: Table): Promise<Digest> {
  const digest = new LineDigest();
  for await (const chunk of linesOf(manager, table)) digest.add(chunk);
  return digest.end();
}

export const NEWLINE = 10;

function selectLines({ name, columns }: Table): string {
  const texts = columns.map((column) => `${identifier(column.name)}::text`);
  return `SELECT array_to_json(ARRAY[${texts.join(', ')}]::text[])::text AS line
    FROM ${quoted(name)} ORDER BY ${orderOf(columns).join(', ')}`;
}

/** By the bytes of text, since languages' orders differ between servers. */
function orderOf(columns: readonly Column[]): string[] {
  const key = columns
    .filter((column) => column.keyPlace !== null)
    .sort((one, other) => (one.keyPlace ?? 0) - (other.keyPlace ?? 0))
    .map(({ name, collates }) => identifier(name) + (collates ? ' COLLATE "C"' : ''));
  if (key.length > 0) return key;
  return columns.map(({ name }) => `${identifier(name)}::text COLLATE "C"`);
}

/** By the widest row: one of an uploaded workbook may hold 25 MiB. */
async function rowsPerChunk(manager: EntityManager, { name, columns }: Table): Promise<number> {
  const width = columns.map((column) => `coalesce(${widthOf(column)}, 4)`).join(' + ');
  const [found] = await manager.query<{ widest: number | null }[]>(
    `SELECT max(${width})::float8 AS widest FROM ${quoted(name)}`,
  );
  return Math.max(1, Math.min(MOST_ROWS, Math.floor(CHUNK_BYTES / (found?.widest ?? 1))));
}

/** Bytes of the text form, about, without unpacking large values. */
function widthOf({ name, type }: Column): string {
  if (type === 'bytea') return `2 * octet_length(${identifier(name)})`;
  if (type === 'text') return `octet_length(${identifier(name)})`;
  return `4 * pg_column_size(${identifier(name)})`;
}
