import { useState } from 'react';

import { lazily } from '../components/lazily.js';
import { SidePanel } from '../components/side-panel.js';
import { useInside } from '../lib/session.js';
import { accessWords } from '../lib/text/access.js';
import { useText } from '../lib/text/define-text.js';
import { wordFor } from '../lib/text/words.js';
import { accountMenuText } from './account-menu.text.js';

const OwnAccount = lazily('OwnAccount', async () => (await import('./own-account.js')).OwnAccount, {
  rows: 3,
});

/** Who is signed in; opens what they can do about their own account. */
export function AccountMenu() {
  const t = useText(accountMenuText);
  const a = useText(accessWords);
  const { account } = useInside().session;
  const [open, setOpen] = useState(false);
  if (!account) return null;
  return (
    <>
      <button
        type="button"
        className="account-button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <span className="only-read">
          {t.open(account.name)}, {wordFor(a, 'role', account.role)}
        </span>
        <span className="account-letter" aria-hidden="true">
          {lastNameLetter(account.name)}
        </span>
        <span className="account-words" aria-hidden="true">
          <span className="account-name">{account.name}</span>
          <span className="sub">{wordFor(a, 'role', account.role)}</span>
        </span>
      </button>
      <SidePanel
        open={open}
        title={account.name}
        subtitle={wordFor(a, 'role', account.role)}
        onClose={() => setOpen(false)}
      >
        <OwnAccount account={account} />
      </SidePanel>
    </>
  );
}

/** The given name stands last; what is in brackets is no name. */
function lastNameLetter(name: string): string {
  return (
    name
      .replace(/\(.*\)/, '')
      .trim()
      .split(/\s+/)
      .at(-1)
      ?.slice(0, 1)
      .toUpperCase() ?? '?'
  );
}
