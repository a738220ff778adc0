import { randomUUID } from 'node:crypto';
import type { Actor, Role } from '../../src/shared/actor.js';
import { operatorOf } from '../../src/shared/actor.js';
import type { Transactions } from '../../src/shared/transactions.js';
import { TEST_PROVINCE } from './test-actor.js';

interface Given {
  readonly provinceCode?: string;
  readonly closedScope?: boolean;
  /** Codes of units, from the first day on; managers and leaders see nobody without. */
  readonly units?: readonly string[];
}

/** An account of a role with an open session, as whom a test may act. */
export async function signedIn(
  transactions: Transactions,
  role: Role,
  { provinceCode = TEST_PROVINCE, closedScope = false, units = [] }: Given = {},
): Promise<Actor & { readonly closedScope: boolean }> {
  const session = randomUUID();
  const id = `${role}.${session.slice(0, 8)}`;
  await transactions.run(operatorOf(provinceCode), async (manager) => {
    const [account] = await manager.query<{ id: number }[]>(
      `INSERT INTO accounts (province_code, login, name, role, closed_scope, password_hash, password_is_one_time)
       VALUES ($1, $2, $3, $4, $5, '', false) RETURNING id`,
      [provinceCode, id, `Người thử (${role})`, role, closedScope],
    );
    await manager.query(
      `INSERT INTO account_scopes (province_code, account_id, unit_code, starts_on)
       SELECT $1, $2, unnest($3::text[]), '2000-01-01'`,
      [provinceCode, account?.id, units],
    );
    await manager.query(
      `INSERT INTO sessions (key, province_code, account_id, stage, csrf_token, idle_until, expires_at, address, agent)
       VALUES ($1, $2, $3, 'full', '', now() + interval '1 hour', now() + interval '1 hour', '127.0.0.1', '')`,
      [session, provinceCode, account?.id],
    );
  });
  const name = `Người thử (${role})`;
  return { id, name, provinceCode, role, session, from: '127.0.0.1', closedScope };
}
