import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { EntityManager } from 'typeorm';

/** Statements as they were asked, with their values in their places. */
export async function recorded(
  manager: EntityManager,
  work: (manager: EntityManager) => Promise<unknown>,
): Promise<string[]> {
  const statements: string[] = [];
  const recorder = {
    dataSource: manager.dataSource,
    query: (sql: string, values: unknown[] = []) => {
      statements.push(withValues(sql, values));
      return manager.query(sql, values);
    },
  } as unknown as EntityManager;
  await work(recorder);
  return statements;
}

function withValues(sql: string, values: readonly unknown[]): string {
  const text = sql.replace(/\$(\d+)/g, (_all, index: string) => literal(values[Number(index) - 1]));
  return text.replace(/\s+/g, ' ').trim();
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return pg.escapeLiteral(value);
  throw new Error(`no literal for ${typeof value}`);
}

export interface PgbenchRun {
  readonly url: string;
  readonly statements: readonly string[];
  readonly clients: number;
  readonly seconds: number;
}

/** @returns transactions a second. @throws Error without pgbench. */
export function pgbench({ url, statements, clients, seconds }: PgbenchRun): number {
  const folder = mkdtempSync(join(tmpdir(), 'bo-tri-pgbench-'));
  try {
    const file = join(folder, 'script.sql');
    writeFileSync(file, `${statements.map((each) => `${each};`).join('\n')}\n`);
    const { status, stdout, stderr, error } = spawnSync(
      'pgbench',
      ['-n', '-f', file, '-c', String(clients), '-j', '1', '-T', String(seconds), url],
      { encoding: 'utf8' },
    );
    if (error) throw error;
    const found = /tps = ([\d.]+)/.exec(stdout)?.[1];
    if (status !== 0 || found === undefined) throw new Error(`pgbench: ${stderr}`);
    return Number(found);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
