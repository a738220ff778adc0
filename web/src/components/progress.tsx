import { useIsFetching, useIsMutating } from '@tanstack/react-query';

import { common } from '../lib/text/common.js';
import { useText } from '../lib/text/define-text.js';

/** A line on top while something is asked or sent; it comes into sight only where that takes its time. */
export function Progress() {
  const t = useText(common);
  const busy = useIsFetching() + useIsMutating() > 0;
  if (!busy) return null;
  return <div className="progress-line" role="progressbar" aria-label={t.loading} />;
}
