import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';

import { ScopeWords } from '../components/scope-words.js';
import { Trouble } from '../components/states.js';
import { OwnEnrolment } from '../features/sign-in/enrolment.js';
import { PasswordForm } from '../features/sign-in/password-form.js';
import '../features/sign-in/sign-in.css';
import { signInText } from '../features/sign-in/sign-in.text.js';
import type { SignedInAccount } from '../lib/api/shapes.js';
import { signOutMutation } from '../lib/api/session.js';
import { useInside } from '../lib/session.js';
import { accessWords } from '../lib/text/access.js';
import { useText } from '../lib/text/define-text.js';
import { wordFor } from '../lib/text/words.js';
import { accountMenuText } from './account-menu.text.js';

type Part = 'menu' | 'password' | 'second-factor';

/** Who I am, what I may see, and what I can change about my account. */
export function OwnAccount({ account }: { readonly account: SignedInAccount }) {
  const t = useText(accountMenuText);
  const s = useText(signInText);
  const [part, setPart] = useState<Part>('menu');
  const [done, setDone] = useState<string | null>(null);
  const finish = (words: string) => () => {
    setDone(words);
    setPart('menu');
  };
  switch (part) {
    case 'password':
      return (
        <SubPart title={t.changePassword} onBack={() => setPart('menu')}>
          <PasswordForm known={null} oneTime={false} onDone={finish(s.passwordDone)} />
        </SubPart>
      );
    case 'second-factor':
      return (
        <SubPart title={t.secondFactor} onBack={() => setPart('menu')}>
          <OwnEnrolment onDone={finish(s.enrolled)} />
        </SubPart>
      );
    case 'menu':
      return (
        <>
          {done !== null && <Alert type="success" showIcon title={done} />}
          <Facts account={account} />
          <Doings account={account} onPart={setPart} />
        </>
      );
  }
}

function Facts({ account }: { readonly account: SignedInAccount }) {
  const t = useText(accountMenuText);
  const a = useText(accessWords);
  return (
    <dl className="way">
      <dt>{t.login}</dt>
      <dd>
        <code>{account.login}</code>
      </dd>
      <dt>{t.role}</dt>
      <dd>{wordFor(a, 'role', account.role)}</dd>
      <dt>{t.secondFactor}</dt>
      <dd>{account.secondFactor ? t.secondFactorOn : t.secondFactorOff}</dd>
      <dt>{t.scope}</dt>
      <dd>
        <ScopeWords account={account} />
      </dd>
    </dl>
  );
}

interface DoingsProps {
  readonly account: SignedInAccount;
  readonly onPart: (part: Part) => void;
}

function Doings({ account, onPart }: DoingsProps) {
  const t = useText(accountMenuText);
  const { leave } = useInside();
  const signOut = useMutation(signOutMutation(useQueryClient(), leave));
  return (
    <div className="own-doings">
      <Button onClick={() => onPart('password')}>{t.changePassword}</Button>
      {!account.secondFactor && (
        <Button onClick={() => onPart('second-factor')}>{t.secondFactorStart}</Button>
      )}
      <hr />
      {signOut.error && <Trouble error={signOut.error} />}
      <Button type="primary" loading={signOut.isPending} onClick={() => signOut.mutate('here')}>
        {t.signOut}
      </Button>
      <Button disabled={signOut.isPending} onClick={() => signOut.mutate('everywhere')}>
        {t.signOutAll}
      </Button>
      <p className="sub">{t.signOutAllAbout}</p>
    </div>
  );
}

interface SubPartProps {
  readonly title: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

function SubPart({ title, onBack, children }: SubPartProps) {
  const t = useText(accountMenuText);
  return (
    <section className="sign-in-step">
      <button type="button" className="link-button" onClick={onBack}>
        ← {t.back}
      </button>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
