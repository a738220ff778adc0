import type { ReactNode } from 'react';

import { Help } from '../../components/help.js';
import { useText } from '../../lib/text/define-text.js';
import { dashboardText } from './dashboard.text.js';

interface Props {
  readonly title: string;
  readonly help: string;
  /** Links to what is behind the figure. */
  readonly before: ReactNode;
  /** null = there is nothing to compare with. */
  readonly after: ReactNode;
}

/** A figure as it was and as it could be; each leads to what is behind it. */
export function PlainTile({ title, help, before, after }: Props) {
  const t = useText(dashboardText);
  return (
    <article className="tile">
      <h2>
        {title} <Help term={title} meaning={help} />
      </h2>
      <dl>
        <div>
          <dt>{t.before}</dt>
          <dd>{before}</dd>
        </div>
        {after !== null && (
          <div className="tile-after">
            <dt>{t.after}</dt>
            <dd>{after}</dd>
          </div>
        )}
      </dl>
    </article>
  );
}
