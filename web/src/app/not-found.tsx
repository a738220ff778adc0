import { Link } from 'react-router';

import { common } from '../lib/text/common.js';
import { useText } from '../lib/text/define-text.js';

export function NotFound() {
  const t = useText(common);
  return (
    <div className="state">
      <h1>{t.notFoundTitle}</h1>
      <p>{t.notFound}</p>
      <Link to="/">{t.home}</Link>
    </div>
  );
}
