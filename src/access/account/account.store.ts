import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, Role } from '../../shared/actor.js';
import { Conflict } from '../../shared/errors.js';
import type { AccountView, Credentials, NewAccount, ScopeSpan } from './account.js';
import { ONE_TIME_PASSWORD_HOURS } from './password.js';

interface NewRow extends NewAccount {
  readonly demo: boolean;
  readonly passwordHash: string;
  readonly passwordIsOneTime: boolean;
}

/** The columns of an account that may change. */
export interface AccountChanges {
  readonly name?: string;
  readonly role?: string;
  readonly block?: string | null;
  readonly closedScope?: boolean;
  readonly disabled?: boolean;
  readonly oidcSubject?: string | null;
}

/** Tables `accounts`, `account_scopes` and `access_settings`. */
@Injectable()
export class AccountStore {
  list(manager: EntityManager, actor: Actor): Promise<AccountView[]> {
    return manager.query<AccountView[]>(`${VIEW} ORDER BY account.login`, [
      actor.provinceCode,
      null,
    ]);
  }

  async find(manager: EntityManager, actor: Actor, id: number): Promise<AccountView | null> {
    const [found] = await manager.query<AccountView[]>(VIEW, [actor.provinceCode, id]);
    return found ?? null;
  }

  /** By login or by the subject of the province's own sign-in; not those disabled. */
  async credentials(
    manager: EntityManager,
    actor: Actor,
    by: { readonly login: string } | { readonly subject: string } | { readonly id: number },
  ): Promise<Credentials | null> {
    const [column, value] =
      'login' in by
        ? ['login', by.login]
        : 'id' in by
          ? ['id', by.id]
          : ['oidc_subject', by.subject];
    const [found] = await manager.query<Credentials[]>(
      `SELECT id, login, name, role, password_hash AS "passwordHash", password_is_one_time AS "passwordIsOneTime",
         ${EXPIRED} AS "passwordExpired", totp_secret AS "totpSecret", totp_confirmed_at IS NOT NULL AS "totpConfirmed", totp_last_step AS "totpLastStep"
       FROM accounts WHERE province_code = $1 AND ${column} = $2 AND disabled_at IS NULL`,
      [actor.provinceCode, value],
    );
    return found ?? null;
  }

  /** @returns 0 where the login is taken, by an account of now or of before. */
  async insert(manager: EntityManager, actor: Actor, row: NewRow): Promise<number> {
    const [made] = await manager.query<{ id: number }[]>(
      `INSERT INTO accounts (province_code, login, name, role, block, closed_scope, demo, password_hash, password_is_one_time)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (province_code, login) DO NOTHING RETURNING id`,
      [
        actor.provinceCode,
        row.login,
        row.name,
        row.role,
        row.block,
        row.closedScope,
        row.demo,
        row.passwordHash,
        row.passwordIsOneTime,
      ],
    );
    if (made === undefined) return 0;
    await this.replaceScope(manager, actor, { id: made.id, scope: row.scope });
    return made.id;
  }

  async change(
    manager: EntityManager,
    actor: Actor,
    { id, changes }: { readonly id: number; readonly changes: AccountChanges },
  ): Promise<void> {
    const has = (key: keyof AccountChanges): boolean => changes[key] !== undefined;
    const change = manager.query(
      `UPDATE accounts SET name = coalesce($3, name), role = coalesce($4, role),
         block = CASE WHEN $5 THEN $6 ELSE block END, closed_scope = coalesce($7, closed_scope),
         disabled_at = CASE WHEN $8::boolean IS NULL THEN disabled_at WHEN $8 THEN coalesce(disabled_at, now()) END,
         oidc_subject = CASE WHEN $9 THEN $10 ELSE oidc_subject END
       WHERE province_code = $1 AND id = $2`,
      [
        actor.provinceCode,
        id,
        changes.name ?? null,
        changes.role ?? null,
        has('block'),
        changes.block ?? null,
        changes.closedScope ?? null,
        changes.disabled ?? null,
        has('oidcSubject'),
        changes.oidcSubject ?? null,
      ],
    );
    await change.catch((error: unknown) => {
      throw isSubjectTaken(error) ? subjectTaken() : error;
    });
  }

  async replaceScope(
    manager: EntityManager,
    actor: Actor,
    { id, scope }: { readonly id: number; readonly scope: readonly ScopeSpan[] },
  ): Promise<void> {
    await manager.query('DELETE FROM account_scopes WHERE province_code = $1 AND account_id = $2', [
      actor.provinceCode,
      id,
    ]);
    await manager.query(
      `INSERT INTO account_scopes (province_code, account_id, unit_code, starts_on, ends_on)
       SELECT $1, $2, span."unitCode", span."startsOn", span."endsOn"
       FROM jsonb_to_recordset($3) AS span ("unitCode" text, "startsOn" date, "endsOn" date)`,
      [actor.provinceCode, id, JSON.stringify(scope)],
    );
  }

  async setPassword(
    manager: EntityManager,
    actor: Actor,
    password: { readonly id: number; readonly hash: string; readonly oneTime: boolean },
  ): Promise<void> {
    await manager.query(
      `UPDATE accounts SET password_hash = $3, password_is_one_time = $4, password_set_at = now()
       WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, password.id, password.hash, password.oneTime],
    );
  }

  /** @param totp null = the account has no second factor from now on. */
  async setSecondFactor(
    manager: EntityManager,
    actor: Actor,
    {
      id,
      totp,
    }: { readonly id: number; readonly totp: { secret: string; confirmed: boolean } | null },
  ): Promise<void> {
    await manager.query(
      `UPDATE accounts SET totp_secret = $3, totp_last_step = NULL,
         totp_confirmed_at = CASE WHEN $4 THEN now() END
       WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, id, totp?.secret ?? null, totp?.confirmed ?? false],
    );
  }

  /** Seeds that do not begin so. */
  seedsNotOf(
    manager: EntityManager,
    actor: Actor,
    beginning: string,
  ): Promise<{ readonly id: number; readonly login: string; readonly secret: string }[]> {
    return manager.query(
      `SELECT id, login, totp_secret AS secret FROM accounts
       WHERE province_code = $1 AND NOT starts_with(totp_secret, $2) ORDER BY id`,
      [actor.provinceCode, beginning],
    );
  }

  /** The same seed, written otherwise. */
  async replaceSeed(
    manager: EntityManager,
    actor: Actor,
    { id, sealed }: { readonly id: number; readonly sealed: string },
  ): Promise<void> {
    await manager.query(
      'UPDATE accounts SET totp_secret = $3 WHERE province_code = $1 AND id = $2',
      [actor.provinceCode, id, sealed],
    );
  }

  /** Uses up a code. @returns false where this step, or a later one, was used before. */
  async useStep(
    manager: EntityManager,
    actor: Actor,
    { id, step }: { readonly id: number; readonly step: number },
  ): Promise<boolean> {
    const [, used] = await manager.query<[unknown, number]>(
      `UPDATE accounts SET totp_last_step = $3
       WHERE province_code = $1 AND id = $2 AND coalesce(totp_last_step, 0) < $3`,
      [actor.provinceCode, id, step],
    );
    return used === 1;
  }

  async secondFactorRoles(manager: EntityManager, actor: Actor): Promise<Role[]> {
    const [found] = await manager.query<{ roles: Role[] }[]>(
      'SELECT second_factor_roles AS roles FROM access_settings WHERE province_code = $1',
      [actor.provinceCode],
    );
    return found?.roles ?? [];
  }

  async requireSecondFactor(
    manager: EntityManager,
    actor: Actor,
    roles: readonly Role[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO access_settings (province_code, second_factor_roles) VALUES ($1, $2)
       ON CONFLICT (province_code) DO UPDATE SET second_factor_roles = excluded.second_factor_roles`,
      [actor.provinceCode, roles],
    );
  }
}

/** PostgreSQL: unique_violation. */
function isSubjectTaken(error: unknown): boolean {
  const { code, constraint } = { ...(error as { code?: string; constraint?: string }) };
  return code === '23505' && constraint === 'accounts_oidc_subject_key';
}

function subjectTaken(): Conflict {
  return new Conflict(
    'access.subject-taken',
    'Danh tính này đã gắn với tài khoản khác. Hãy bỏ gắn ở tài khoản đó trước.',
  );
}

const EXPIRED = `(password_is_one_time AND password_set_at < now() - interval '${ONE_TIME_PASSWORD_HOURS} hours')`;

/** $2 = one account; null = all. */
const VIEW = `
  SELECT account.id, account.login, account.name, account.role, account.block,
    account.closed_scope AS "closedScope", account.demo, account.disabled_at IS NOT NULL AS disabled,
    account.totp_confirmed_at IS NOT NULL AS "secondFactor", account.password_is_one_time AS "oneTimePassword",
    ${EXPIRED} AS "passwordExpired", account.oidc_subject AS "oidcSubject",
    (SELECT max(seen_at) FROM sessions WHERE province_code = $1 AND account_id = account.id) AS "lastSeenAt",
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('unitCode', span.unit_code, 'startsOn', span.starts_on, 'endsOn', span.ends_on,
        'unitName', (SELECT unit.name FROM units unit WHERE unit.province_code = $1 AND unit.code = span.unit_code
                     ORDER BY (daterange(unit.starts_on, unit.ends_on) && daterange(span.starts_on, span.ends_on)) DESC,
                       unit.starts_on DESC LIMIT 1)) ORDER BY span.unit_code, span.starts_on)
      FROM account_scopes span WHERE span.province_code = $1 AND span.account_id = account.id), '[]') AS scope
  FROM accounts account
  WHERE account.province_code = $1 AND ($2::bigint IS NULL OR account.id = $2)`;
