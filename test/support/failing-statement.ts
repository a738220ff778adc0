import type { DataSource, QueryRunner } from 'typeorm';

/**
 * - `error`: the database refuses the statement, and all that follows until the rollback;
 * - `lost-answer`: the statement is done, but the caller hears only that the connection broke;
 * - `deadlock`: the database ends the transaction in favour of another one.
 */
export type Fault = 'error' | 'lost-answer' | 'deadlock';

export interface Sent {
  /** Statements of the act, in order; those of a rollback too. */
  readonly statements: readonly string[];
  /** What the act threw; null = it was done. */
  readonly error: unknown;
}

/**
 * Does an act whose n-th statement fails.
 *
 * @param at counted from 0; null = none fails.
 */
export async function withFault(
  source: DataSource,
  { at, fault = 'error' }: { readonly at: number | null; readonly fault?: Fault },
  act: () => Promise<unknown>,
): Promise<Sent> {
  const statements: string[] = [];
  const make = source.createQueryRunner.bind(source);
  source.createQueryRunner = (mode) => {
    const runner = make(mode);
    const query = runner.query.bind(runner) as (...given: unknown[]) => Promise<unknown>;
    const counting = async (...given: unknown[]): Promise<unknown> => {
      const sql = String(given[0]);
      statements.push(sql);
      if (statements.length - 1 !== at) return query(...given);
      if (fault === 'lost-answer') {
        await query(...given);
        throw new Error('Connection terminated unexpectedly');
      }
      return query(`${sql.startsWith('BEGIN') ? 'BEGIN; ' : ''}${SPOILT[fault]}`);
    };
    return Object.assign(runner, { query: counting as unknown as QueryRunner['query'] });
  };
  try {
    await act();
    return { statements, error: null };
  } catch (error) {
    return { statements, error };
  } finally {
    source.createQueryRunner = make;
  }
}

const SPOILT = {
  error: 'SELECT 1 / 0',
  deadlock: `DO $$ BEGIN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END $$`,
} as const;
