import { Link } from 'react-router';

import type { Limits } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { limitsText } from './limits.text.js';
import { countedIn } from './people-panel.js';

/** How many posts the province has to cut, and how many it has. */
export function PostsCut({ cut }: { readonly cut: NonNullable<Limits['cut']> }) {
  const t = useText(limitsText);
  const may = useMay();
  const params = useQueryParams();
  const { number, day } = useFormat();
  return (
    <section className="card">
      <h2>{t.cut}</h2>
      <dl className="counts">
        <div>
          <dt>{t.cutTarget}</dt>
          <dd>{cut.target === null ? t.cutNoTarget : number(cut.target)}</dd>
        </div>
        <div>
          <dt>{t.cutReached}</dt>
          <dd>{number(cut.reached)}</dd>
        </div>
        <div>
          <dt>{t.cutThen(day(cut.countsFrom))}</dt>
          <dd>
            <Link to={params.address({ ...countedIn('all', null), on: cut.countsFrom, run: null })}>
              {number(cut.peopleThen)}
            </Link>
          </dd>
        </div>
        <div>
          <dt>{t.cutNow}</dt>
          <dd>
            <Link to={params.address(countedIn('all', null))}>{number(cut.peopleNow)}</Link>
          </dd>
        </div>
      </dl>
      {cut.target === null && may('law.write') && (
        <Link to="/law?key=posts-cut.target">{t.cutSet}</Link>
      )}
    </section>
  );
}
