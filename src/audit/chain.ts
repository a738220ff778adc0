import type { AuditKey } from '../access/audit-key.js';

/** An entry as the chain reads it: every column as text, exactly as the database has it; `at` in UTC to the microsecond. */
export interface EntryText {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly fromAddress: string;
  readonly kind: string;
  readonly action: string;
  readonly subject: string;
  readonly why: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly details: string;
}

/** A link of the chain. */
export interface Seal {
  /** 1, 2, 3 … */
  readonly number: number;
  readonly entryId: number;
  /** UTC to the microsecond. */
  readonly sealedAt: string;
  readonly keyId: string;
  /** 64 hexadecimal digits. */
  readonly seal: string;
}

/** An instant as the chain takes it, in UTC to the microsecond. */
export function instantText(expression: string): string {
  return `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** The columns of `EntryText`, of the table or subquery `e`. */
export const ENTRY_TEXT = `e.id, ${instantText('e.at')} AS at, e.actor, e.role,
  e.from_address AS "fromAddress", e.kind, e.action, e.subject, e.why, e.before::text AS before, e.after::text AS after,
  e.details::text AS details`;

/** The version of what is sealed; a later one would seal under its own. */
const VERSION = 1;

/** What stands before the first seal. */
export const BEGINNING = '';

/**
 * The seal of an entry: keyed, over the seal before it and all columns of the entry.
 *
 * @param previous the seal with the number before; `BEGINNING` for number 1.
 */
export function sealOf(
  key: AuditKey,
  previous: string,
  { number, sealedAt }: Pick<Seal, 'number' | 'sealedAt'>,
  { provinceCode, ...entry }: EntryText & { readonly provinceCode: string },
): string {
  const columns = [
    ...[entry.id, entry.at, entry.actor, entry.role, entry.fromAddress, entry.kind],
    ...[entry.action, entry.subject, entry.why, entry.before, entry.after, entry.details],
  ];
  return key.mac(
    'seal',
    JSON.stringify([VERSION, previous, provinceCode, number, sealedAt, ...columns]),
  );
}
