import type { DemoAccount } from '../../lib/api/shapes.js';
import { accessWords } from '../../lib/text/access.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor } from '../../lib/text/words.js';
import { signInText } from './sign-in.text.js';

interface Props {
  readonly accounts: readonly DemoAccount[];
  readonly busy: boolean;
  readonly onChoose: (account: { login: string; password: string }) => void;
}

/** The invented accounts of the demonstration: one click enters. */
export function DemoAccounts({ accounts, busy, onChoose }: Props) {
  const t = useText(signInText);
  const a = useText(accessWords);
  if (accounts.length === 0) return null;
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t.demoTitle}</h2>
      <p className="sub">{t.demoAbout}</p>
      <ul>
        {accounts.map(({ login, password, role, name }) => (
          <li key={login}>
            <button type="button" disabled={busy} onClick={() => onChoose({ login, password })}>
              <span className="demo-role">
                {t.demoEnter(wordFor(a, 'role', role).toLowerCase())}
              </span>
              <span className="sub">
                {name} · <code>{login}</code>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
