import { Link } from 'react-router';

import type { At } from '../../lib/api/at.js';
import type { BlockCode, Forecast, ForecastPoint, Range, Run } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { forecastLink, yearsOf } from './forecast-link.js';
import { forecastText } from './forecast.text.js';

interface Props {
  readonly at: At;
  readonly block: BlockCode | null;
  readonly forecast: Forecast;
  /** The same years inside the run to compare with. */
  readonly other: Forecast | null;
  readonly otherAt: At;
  readonly kind: Run['kind'] | null;
}

/** The first day and every 1 January, against the line of the surplus. */
export function YearTable(props: Props) {
  const { forecast, other, kind } = props;
  const t = useText(forecastText);
  const w = useText(words);
  const beside = other && kind && w[`run.${kind}`];
  return (
    <section className="card">
      <h2>{t.years}</h2>
      <p className="sub">{t.yearsAbout}</p>
      <div className="scroll-x" tabIndex={0} role="group" aria-label={t.years}>
        <table className="list stack pairs">
          <thead>
            <tr>
              <th>{t.day}</th>
              <th className="num" title={t.targetHelp}>
                {t.target}
              </th>
              <th className="num">{w.surplus}</th>
              {beside && (
                <th className="num">
                  {w.surplus}: {beside}
                </th>
              )}
              <th className="num">{w.shortage}</th>
              {beside && (
                <th className="num">
                  {w.shortage}: {beside}
                </th>
              )}
              <th className="num">{t.retired}</th>
              <th className="num">{t.ended}</th>
            </tr>
          </thead>
          <tbody>
            {yearsOf(forecast).map((point) => (
              <YearRow key={point.on} point={point} {...props} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface RowProps extends Props {
  readonly point: ForecastPoint;
}

/** Each count leads to its people, or to the positions in which it stands. */
function YearRow({ point, at, block, forecast, other, otherAt, kind }: RowProps) {
  const t = useText(forecastText);
  const w = useText(words);
  const format = useFormat();
  const range = useRange();
  // A plan is measured against the surplus that there would be without it.
  const { glide } = kind === 'baseline' && other ? other : forecast;
  const target = glide.find(({ on }) => on === point.on)?.target ?? null;
  const beside = other?.points.find(({ on }) => on === point.on);
  const besideName = kind === null ? '' : w[`run.${kind}`];
  const isAbove = target !== null && point.surplus.low > target;
  return (
    <tr>
      <th scope="row">
        <strong>{format.day(point.on)}</strong>
      </th>
      <td className="num" data-label={t.target}>
        {target === null ? '–' : format.number(target)}
      </td>
      <td className="num" data-label={w.surplus}>
        <Link to={forecastLink(at, block, { of: 'surplus', day: point.on })}>
          {range(point.surplus)}
          {isAbove && <span className="short-text"> △ {t.aboveLine}</span>}
        </Link>
      </td>
      {other && (
        <td className="num" data-label={`${w.surplus}: ${besideName}`}>
          {beside ? (
            <Link to={forecastLink(otherAt, block, { of: 'surplus', day: point.on })}>
              {range(beside.surplus)}
            </Link>
          ) : (
            '–'
          )}
        </td>
      )}
      <td className="num" data-label={w.shortage}>
        <Link to={forecastLink(at, block, { of: 'shortage', day: point.on })}>
          {range(point.shortage)}
        </Link>
      </td>
      {other && (
        <td className="num" data-label={`${w.shortage}: ${besideName}`}>
          {beside ? (
            <Link to={forecastLink(otherAt, block, { of: 'shortage', day: point.on })}>
              {range(beside.shortage)}
            </Link>
          ) : (
            '–'
          )}
        </td>
      )}
      <td className="num" data-label={t.retired}>
        <Link to={forecastLink(at, block, { kind: 'retirement', by: point.on })}>
          {range(point.retired)}
        </Link>
      </td>
      <td className="num" data-label={t.ended}>
        <Link to={forecastLink(at, block, { kind: 'end-of-posting', by: point.on })}>
          {format.number(point.ended)}
        </Link>
      </td>
    </tr>
  );
}

export function useRange(): (range: Range) => string {
  const t = useText(forecastText);
  const format = useFormat();
  return ({ low, high }) =>
    low === high ? format.number(low) : t.range(format.number(low), format.number(high));
}
