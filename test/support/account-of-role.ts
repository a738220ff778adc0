import type { INestApplicationContext } from '@nestjs/common';
import type { NewAccount } from '../../src/access/account/account.js';
import { AccountService } from '../../src/access/account/account.service.js';
import { Installation } from '../../src/access/installation.js';
import { SessionService } from '../../src/access/session/session.service.js';
import type { Actor } from '../../src/shared/actor.js';

export const PASSWORD = 'bon-con-voi-tim-2025';
const CALLER = { address: '10.0.0.7', agent: 'test', device: null };

/** Makes an account and signs in with it: who acts then is what the database says of the session. */
export async function signedInByPassword(
  app: INestApplicationContext,
  account: Partial<NewAccount> & Pick<NewAccount, 'login' | 'role'>,
): Promise<Actor> {
  const operator = app.get(Installation).operator();
  const whole = { name: account.login, block: null, closedScope: false, scope: [], ...account };
  await app.get(AccountService).createDemo(operator, whole, PASSWORD);
  return actorOf(app, account.login);
}

/** One more session of an account. */
export async function actorOf(app: INestApplicationContext, login: string): Promise<Actor> {
  const { session } = await app.get(SessionService).signIn(CALLER, login, PASSWORD);
  const { provinceCode } = app.get(Installation);
  const { key, name, role } = session;
  return { id: login, name, provinceCode, role, session: key, from: CALLER.address };
}
