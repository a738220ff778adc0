import type { RoleCode, ScopeEntry } from '../lib/api/shapes.js';
import { useFormat } from '../lib/format.js';
import { accessWords } from '../lib/text/access.js';
import { useText } from '../lib/text/define-text.js';
import { wordFor, words } from '../lib/text/words.js';

interface Scoped {
  readonly role: RoleCode;
  readonly block: string | null;
  readonly closedScope: boolean;
  readonly scope: readonly ScopeEntry[];
}

/** What an account reaches, in words. */
export function ScopeWords({ account }: { readonly account: Scoped }) {
  const a = useText(accessWords);
  return (
    <>
      <Reach account={account} />
      {account.closedScope && <div className="sub">{a.closedScope}</div>}
    </>
  );
}

function Reach({ account: { role, block, scope } }: { readonly account: Scoped }) {
  const a = useText(accessWords);
  const w = useText(words);
  switch (role) {
    case 'officer':
      return block === null ? a.wholeProvince : a.onlyBlock(wordFor(w, 'block', block));
    case 'auditor':
      return a.trailOnly;
    case 'administrator':
      return a.accountsOnly;
    case 'manager':
    case 'leader':
      return scope.length === 0 ? a.noScope : <Units scope={scope} />;
  }
}

function Units({ scope }: { readonly scope: readonly ScopeEntry[] }) {
  const a = useText(accessWords);
  const { day, dayBefore } = useFormat();
  return (
    <ul className="scope-units">
      {scope.map(({ unitCode, unitName, startsOn, endsOn }) => (
        <li key={`${unitCode} ${startsOn}`}>
          {unitName ?? unitCode}{' '}
          <span className="sub">
            {endsOn === null
              ? a.since(day(startsOn))
              : a.fromTo(day(startsOn), day(dayBefore(endsOn)))}
          </span>
        </li>
      ))}
    </ul>
  );
}
