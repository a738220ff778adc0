import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { lazily } from '../../components/lazily.js';
import type { Session } from '../../lib/api/shapes.js';
import { secondFactorMutation, startAnewMutation } from '../../lib/api/session.js';
import { useText } from '../../lib/text/define-text.js';
import { CodeForm } from './code-form.js';
import { LoginForm } from './login-form.js';
import { PasswordForm } from './password-form.js';
import { signInText } from './sign-in.text.js';
import './sign-in.css';

// Carries the drawing of QR codes.
const Enrolment = lazily('Enrolment', async () => (await import('./enrolment.js')).Enrolment, {
  rows: 4,
});

interface Props {
  readonly session: Session;
  readonly former: string;
  /** Stands instead of the first step's heading. */
  readonly title?: string;
  readonly about?: string;
}

/** From login and password to a full session, through whatever steps the API asks for. */
export function SignInSteps({ session, former, title, about }: Props) {
  const t = useText(signInText);
  // Kept until the one-time password is exchanged, so that it need not be typed twice.
  const [typed, setTyped] = useState<string | null>(null);
  switch (session.stage) {
    case 'second-factor':
      return (
        <Step title={t.codeTitle} about={t.codeAbout} back>
          <SecondFactor />
        </Step>
      );
    case 'new-password':
      return (
        <Step title={t.passwordTitle} about={t.passwordForced} back>
          <PasswordForm known={typed} oneTime />
        </Step>
      );
    case 'enrol-second-factor':
      return (
        <Step title={t.enrolTitle} about={t.enrolForced} back>
          <Enrolment />
        </Step>
      );
    case 'none':
    case 'full':
      return (
        <Step title={title ?? t.title} about={about ?? null}>
          <LoginForm session={session} former={former} onTyped={setTyped} />
        </Step>
      );
  }
}

interface StepProps {
  readonly title: string;
  readonly about: string | null;
  readonly back?: boolean;
  readonly children: ReactNode;
}

function Step({ title, about, back, children }: StepProps) {
  return (
    <div className="sign-in-step">
      <h1>{title}</h1>
      {about !== null && <p className="lead">{about}</p>}
      {children}
      {back && <OtherAccount />}
    </div>
  );
}

function SecondFactor() {
  const t = useText(signInText);
  const confirm = useMutation(secondFactorMutation(useQueryClient()));
  return (
    <CodeForm
      label={t.code}
      busy={confirm.isPending}
      error={confirm.error}
      onCode={(code) => confirm.mutate(code)}
    />
  );
}

function OtherAccount() {
  const t = useText(signInText);
  const leave = useMutation(startAnewMutation(useQueryClient()));
  return (
    <button type="button" className="link-button" onClick={() => leave.mutate()}>
      {t.other}
    </button>
  );
}
