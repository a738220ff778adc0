import type { Account, NewAccount, RoleCode } from '../../lib/api/shapes.js';
import { draftOf, wishOf, type ScopeDraft } from './scope-draft.js';

/** The blocks that an officer may be held to. */
export const OFFICER_BLOCKS = ['government', 'party'] as const;
type OfficerBlock = (typeof OFFICER_BLOCKS)[number];

/** An account as it is typed. */
export interface AccountDraft {
  readonly login: string;
  readonly name: string;
  readonly role: RoleCode;
  readonly block: OfficerBlock | null;
  readonly closedScope: boolean;
  readonly scope: readonly ScopeDraft[];
}

export const EMPTY_DRAFT: AccountDraft = {
  login: '',
  name: '',
  role: 'manager',
  block: null,
  closedScope: false,
  scope: [],
};

export function draftOfAccount(account: Account): AccountDraft {
  const { login, name, role, block, closedScope, scope } = account;
  return {
    login,
    name,
    role,
    block: OFFICER_BLOCKS.find((each) => each === block) ?? null,
    closedScope,
    scope: scope.map(draftOf),
  };
}

export function isLogin(text: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{2,59}$/.test(text);
}

/** What the API is sent: only what the role has. @returns null where something is missing or wrong. */
export function accountOf(draft: AccountDraft): Required<NewAccount> | null {
  const { login, role, closedScope } = draft;
  const name = draft.name.trim();
  const hasUnits = role === 'manager' || role === 'leader';
  const scope = (hasUnits ? draft.scope : []).flatMap((row) => wishOf(row) ?? []);
  if (name === '' || (hasUnits && scope.length !== draft.scope.length)) return null;
  return {
    login: login.trim(),
    name,
    role,
    block: role === 'officer' ? draft.block : null,
    closedScope: (role === 'officer' || hasUnits) && closedScope,
    scope,
  };
}
