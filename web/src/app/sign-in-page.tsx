import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import { SignInSteps } from '../features/sign-in/sign-in-steps.js';
import { signInText } from '../features/sign-in/sign-in.text.js';
import type { Session } from '../lib/api/shapes.js';
import { configurationQuery } from '../lib/api/configuration.js';
import { openModal } from '../lib/open-modal.js';
import { common } from '../lib/text/common.js';
import { useText } from '../lib/text/define-text.js';
import { LanguageSwitch } from './language-switch.js';

/** The whole page of somebody who has not signed in. */
export function SignInPage({ session }: { readonly session: Session }) {
  const t = useText(common);
  const s = useText(signInText);
  const { data } = useQuery(configurationQuery());
  useEffect(() => {
    document.title = `${s.title} · ${t.product}`;
  }, [s, t]);
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <img src="/favicon.svg" alt="" width={36} height={36} />
        <div>
          <div className="brand-name">{t.product}</div>
          <div className="brand-place">{data?.provinceName ?? '\u00a0'}</div>
        </div>
        <LanguageSwitch />
      </header>
      <main className="card">
        <SignInSteps session={session} former="" />
      </main>
    </div>
  );
}

interface OverProps {
  readonly session: Session;
  readonly former: string;
}

/** The same over a page whose session ended. It cannot be closed, and what lies under it cannot be read. */
export function SignInOver({ session, former }: OverProps) {
  const t = useText(signInText);
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => openModal(ref.current), []);
  return (
    <dialog
      ref={ref}
      className="sign-in-over"
      aria-label={t.endedTitle}
      onCancel={(event) => event.preventDefault()}
      // A browser closes it all the same when Escape is pressed twice.
      onClose={({ currentTarget }) => {
        if (currentTarget.isConnected) openModal(currentTarget);
      }}
    >
      <SignInSteps
        session={{
          ...session,
          demoAccounts: session.demoAccounts.filter(({ login }) => login === former),
        }}
        former={former}
        title={t.endedTitle}
        about={t.endedAbout}
      />
    </dialog>
  );
}
