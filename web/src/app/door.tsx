import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  Fragment,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { useNavigate } from 'react-router';

import { lazily } from '../components/lazily.js';
import { Answered, Waiting } from '../components/states.js';
import type { Session } from '../lib/api/shapes.js';
import { quietFor, resume, sayEnded, useSessionEnded } from '../lib/api/door.js';
import { forgetAll, sessionQuery } from '../lib/api/session.js';
import { SessionContext } from '../lib/session.js';

const SignInPage = lazily('SignInPage', async () => (await import('./sign-in-page.js')).SignInPage);
const SignInOver = lazily('SignInOver', async () => (await import('./sign-in-page.js')).SignInOver);

/**
 * Lets in who has signed in. When a session ends its page stays, with what was typed, under a sign-in; only the same person
 * goes on there, for anybody else the page starts afresh.
 */
export function Door({ children }: { readonly children: ReactNode }) {
  const query = useQuery(sessionQuery());
  const ended = useSessionEnded();
  const { shown, leave } = useShown(query.data);
  useIdleLook(shown);
  const context = useMemo(() => shown && { session: shown, leave }, [shown, leave]);
  if (context) {
    return (
      <SessionContext value={context}>
        <Fragment key={context.session.account?.login}>{children}</Fragment>
        {ended && query.data && (
          <SignInOver session={query.data} former={context.session.account?.login ?? ''} />
        )}
      </SessionContext>
    );
  }
  return (
    <Answered query={query}>
      {(session) => (session.stage === 'full' ? <Waiting /> : <SignInPage session={session} />)}
    </Answered>
  );
}

/** The session whose page is shown: the last full one, until its owner leaves or somebody else comes. */
function useShown(now: Session | undefined) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [shown, setShown] = useState<Session | null>(null);
  useLayoutEffect(() => {
    if (!now) return;
    if (now.stage !== 'full') {
      if (shown) sayEnded();
      return;
    }
    const isSame = shown?.account?.login === now.account?.login;
    if (shown && !isSame) {
      forgetAll(client);
      void navigate('/', { replace: true });
    }
    setShown(now);
    resume(isSame);
    // Only a new answer about the session changes whose page it is.
  }, [now]);
  const leave = useCallback(() => {
    setShown(null);
    void navigate('/', { replace: true });
  }, [navigate]);
  return { shown, leave };
}

const LOOK_EVERY_MS = 15_000;

/** A page that nobody uses asks nothing; when its time is over it looks whether the session still stands. */
function useIdleLook(shown: Session | null): void {
  const client = useQueryClient();
  const idleMs = (shown?.idleMinutes ?? 0) * 60_000;
  useEffect(() => {
    if (idleMs === 0) return;
    const timer = setInterval(() => {
      if (quietFor() > idleMs + LOOK_EVERY_MS)
        void client.refetchQueries({ queryKey: ['session'] });
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [client, idleMs]);
}
