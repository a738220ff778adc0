import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';

import { Problem } from '../lib/api/problem.js';
import { common } from '../lib/text/common.js';
import { useText } from '../lib/text/define-text.js';
import { useSaid } from '../lib/text/said.js';
import { RetryWait } from './retry-wait.js';
import { WhyNot } from './why-not.js';

export function Waiting({ rows = 6 }: { readonly rows?: number }) {
  const t = useText(common);
  return (
    <div className="state-waiting" role="status" aria-label={t.loading}>
      <Skeleton active title paragraph={{ rows }} />
    </div>
  );
}

interface TroubleProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  readonly title?: string;
}

/** What went wrong, in the words of the API where it gave some: nothing was fetched, or what was asked for was not done. */
export function Trouble({ error, onRetry, title }: TroubleProps) {
  const t = useText(common);
  return (
    <Alert
      type="error"
      showIcon
      title={title ?? (onRetry ? t.troubleTitle : t.notDone)}
      description={<TroubleWords error={error} />}
      action={onRetry && <Button onClick={onRetry}>{t.retry}</Button>}
    />
  );
}

function TroubleWords({ error }: { readonly error: unknown }) {
  const words = useTroubleWords(error);
  if (!(error instanceof Problem)) return words;
  return (
    <>
      {words} {error.retryAfterSeconds !== null && <RetryWait seconds={error.retryAfterSeconds} />}
      {error.permission !== null && <WhyNot permission={error.permission} />}
    </>
  );
}

function useTroubleWords(error: unknown): string {
  const t = useText(common);
  const said = useSaid();
  if (!(error instanceof Problem)) return t.pageTrouble;
  if (error.detail || error.title) return said(error.detail || error.title);
  return error.status === 0 ? t.noAnswer : t.status(error.status);
}

export function Nothing({ children }: { readonly children: ReactNode }) {
  return <div className="state">{children}</div>;
}

interface AnsweredProps<T> {
  readonly query: UseQueryResult<T>;
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}

/** The three states of a question: waiting, refused, answered. An older answer stays while a newer one is awaited. */
export function Answered<T>({ query, rows, children }: AnsweredProps<T>) {
  if (query.data !== undefined) {
    return (
      <div className={query.isPlaceholderData ? 'is-stale' : undefined}>{children(query.data)}</div>
    );
  }
  if (query.error) return <Trouble error={query.error} onRetry={() => void query.refetch()} />;
  return <Waiting {...(rows !== undefined && { rows })} />;
}
