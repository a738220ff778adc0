import { Link } from 'react-router';

import { Help } from '../../components/help.js';
import { useText } from '../../lib/text/define-text.js';
import { dashboardText } from './dashboard.text.js';

interface Shown {
  readonly words: string;
  readonly to: string;
}

interface Props {
  readonly title: string;
  readonly help: string;
  readonly before: Shown;
  readonly after: Shown | null;
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
          <dd>
            <Link to={before.to}>{before.words}</Link>
          </dd>
        </div>
        {after && (
          <div className="tile-after">
            <dt>{t.after}</dt>
            <dd>
              <Link to={after.to}>{after.words}</Link>
            </dd>
          </div>
        )}
      </dl>
    </article>
  );
}
