import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { wishesQuery } from '../../lib/api/wishes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { wishesLink } from '../wishes/wishes-link.js';
import { dashboardText } from './dashboard.text.js';
import { PlainTile } from './plain-tile.js';

interface Props {
  /** Runs. */
  readonly before: number;
  readonly after: number | null;
}

/** How many of those who wished for something got their first wish, and how many one of three. */
export function WishesTile({ before, after }: Props) {
  const t = useText(dashboardText);
  return (
    <PlainTile
      title={t.wishesMet}
      help={t.wishesHelp}
      before={<Served run={before} />}
      after={after === null ? null : <Served run={after} />}
    />
  );
}

/** Each count leads to its people. */
function Served({ run }: { readonly run: number }) {
  const t = useText(dashboardText);
  const { number } = useFormat();
  const { data } = useQuery(wishesQuery(run));
  const all = data?.figures.find(({ kind }) => kind === 'all');
  if (!all) return '…';
  if (all.people === 0) return '–';
  return (
    <>
      <Link to={wishesLink(run, { list: 'first' })} aria-label={t.servedFirst(number(all.first))}>
        {number(all.first)}
      </Link>
      {' / '}
      <Link to={wishesLink(run)} aria-label={t.servedAll(number(all.people))}>
        {number(all.people)}
      </Link>
      <span className="sub">
        {t.oneOfThree}{' '}
        <Link
          to={wishesLink(run, { list: 'top-three' })}
          aria-label={t.servedThree(number(all.topThree))}
        >
          {number(all.topThree)}
        </Link>
      </span>
    </>
  );
}
