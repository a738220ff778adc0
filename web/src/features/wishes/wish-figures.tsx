import { Link } from 'react-router';

import type { Wishes } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { wishesLink } from './wishes-link.js';
import { wishesText } from './wishes.text.js';

interface Props {
  readonly wishes: Wishes;
  readonly run: number;
}

/** Columns of the figures, each with the list that it counts. */
const COLUMNS = [
  ['first', 'first'],
  ['topThree', 'top-three'],
  ['unmet', 'unmet'],
] as const;

/** How many wishes were met, of each kind and of those who are served worst; every count leads to its people. */
export function WishFigures({ wishes, run }: Props) {
  const t = useText(wishesText);
  const { decimal, number } = useFormat();
  const km = (way: number | null) => (way === null ? '–' : decimal(way));
  return (
    <section className="card scroll-x">
      <table className="list stack pairs">
        <thead>
          <tr>
            <th>{t.kind}</th>
            <th className="num">{t.people}</th>
            <th className="num">{t.first}</th>
            <th className="num">{t.topThree}</th>
            <th className="num">{t.unmet}</th>
            <th className="num">{t.meanKm}</th>
          </tr>
        </thead>
        <tbody>
          {wishes.figures.map((row) => (
            <tr key={row.kind}>
              <th scope="row">{t[`kind.${row.kind}`]}</th>
              <td className="num" data-label={t.people}>
                <Link to={wishesLink(run, { kind: row.kind })}>{number(row.people)}</Link>
              </td>
              {COLUMNS.map(([name, list]) => (
                <td key={name} className="num" data-label={t[name]}>
                  <Link to={wishesLink(run, { list, kind: row.kind })}>
                    {number(row[name])}
                    <span className="sub">
                      {row.people > 0 && ` (${number(share(row[name], row.people))} %)`}
                    </span>
                  </Link>
                </td>
              ))}
              <td className="num" data-label={t.meanKm}>
                {km(row.meanKm)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="card-foot">
        <p>
          <Link to={wishesLink(run, { list: 'worst' })}>{t['list.worst']}</Link>:{' '}
          {t.worstSum(
            number(wishes.worst.people),
            number(wishes.worst.unmet),
            km(wishes.worst.farthestKm),
          )}
        </p>
      </div>
    </section>
  );
}

function share(part: number, all: number): number {
  return Math.round((1000 * part) / all) / 10;
}
