/** What an account may be. Their rights: `src/access/permissions.ts`. */
export const ROLES = ['officer', 'manager', 'leader', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who acts when nobody has signed in: `operator` has the machine's terminal and files and so everything; `gate` is the door
 * itself, which sees accounts and sessions and nothing else.
 */
export type UnsignedRole = 'operator' | 'gate';

/** Who acts, as what, and in which province. The database is told in every transaction. */
export interface Actor {
  /** The login name of an account, which is never given twice; else the name of a part of the program. */
  readonly id: string;
  readonly name: string;
  readonly provinceCode: string;
  readonly role: Role | UnsignedRole;
  /** Key of the session, by which the database itself finds role and scope; null without an account. */
  readonly session: string | null;
  /** Network address of the caller, or `terminal`. */
  readonly from: string;
}

/** Whoever sits at the machine's terminal, or the program itself at its start. */
export function operatorOf(provinceCode: string, id = 'terminal'): Actor {
  const name = 'Người vận hành tại máy chủ';
  return { id, name, provinceCode, role: 'operator', session: null, from: 'terminal' };
}
