import { useQueryClient, type Query } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSyncExternalStore } from 'react';

import { Problem } from '../lib/api/problem.js';
import { common } from '../lib/text/common.js';
import { useText } from '../lib/text/define-text.js';

/**
 * Says that an answer is missing on what is shown, whether or not its place shows it: a choice without its list looks like one
 * that has nothing to choose. Asks for all that is missing at once.
 */
export function NetworkNote() {
  const t = useText(common);
  const client = useQueryClient();
  const cache = client.getQueryCache();
  const missing = useSyncExternalStore(
    (tell) => cache.subscribe(tell),
    () => cache.getAll().filter(isMissing).length,
  );
  if (missing === 0) return null;
  return (
    <div className="network-note" role="alert">
      <span>{t.answersMissing}</span>
      <Button onClick={() => void client.refetchQueries({ predicate: isMissing })}>
        {t.retryAll}
      </Button>
    </div>
  );
}

function isMissing(query: Query): boolean {
  const { error } = query.state;
  return query.isActive() && error instanceof Problem && (error.status === 0 || error.status > 499);
}
