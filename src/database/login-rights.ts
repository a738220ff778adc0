import type { DataSource } from 'typeorm';
import { APPLICATION_ROLE } from './data-source.js';

/** As whom the program is connected, and what that login may do beside the application's own role. */
export interface LoginRights {
  readonly name: string;
  /** May take the role that every transaction takes. */
  readonly actsAsApplication: boolean;
  /** Is a superuser, or could become one. */
  readonly superuser: boolean;
  readonly bypassesRowSecurity: boolean;
  /** Names of our tables that are its own, or of a role that it could take. */
  readonly ownTables: readonly string[];
}

/** Asked outside of a transaction, where the connection is still its login. Whoever may take a role has that role's rights. */
export async function loginRights(source: DataSource): Promise<LoginRights> {
  const [found] = await source.query<LoginRights[]>(
    `SELECT current_user::text AS name,
       EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = $1 AND pg_has_role(r.oid, 'MEMBER')) AS "actsAsApplication",
       EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolsuper AND pg_has_role(r.oid, 'MEMBER')) AS superuser,
       EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolbypassrls AND pg_has_role(r.oid, 'MEMBER')) AS "bypassesRowSecurity",
       coalesce((SELECT jsonb_agg(c.relname ORDER BY c.relname) FROM pg_class c
                 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                   AND pg_has_role(c.relowner, 'MEMBER')), '[]') AS "ownTables"`,
    [APPLICATION_ROLE],
  );
  if (found === undefined) throw new Error('The database does not know its own user');
  return found;
}
