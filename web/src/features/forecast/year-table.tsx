import type { Forecast, ForecastPoint, Range, Run } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { forecastText } from './forecast.text.js';

interface Props {
  readonly forecast: Forecast;
  /** The same years inside the run to compare with. */
  readonly other: Forecast | null;
  readonly kind: Run['kind'] | null;
}

/** The first day and every 1 January, against the line of the surplus. */
export function YearTable({ forecast, other, kind }: Props) {
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
              <YearRow key={point.on} point={point} forecast={forecast} other={other} kind={kind} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface RowProps {
  readonly point: ForecastPoint;
  readonly forecast: Forecast;
  readonly other: Forecast | null;
  readonly kind: Run['kind'] | null;
}

function YearRow({ point, forecast, other, kind }: RowProps) {
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
        {range(point.surplus)}
        {isAbove && <span className="short-text"> △ {t.aboveLine}</span>}
      </td>
      {other && (
        <td className="num" data-label={`${w.surplus}: ${besideName}`}>
          {beside ? range(beside.surplus) : '–'}
        </td>
      )}
      <td className="num" data-label={w.shortage}>
        {range(point.shortage)}
      </td>
      {other && (
        <td className="num" data-label={`${w.shortage}: ${besideName}`}>
          {beside ? range(beside.shortage) : '–'}
        </td>
      )}
      <td className="num" data-label={t.retired}>
        {range(point.retired)}
      </td>
      <td className="num" data-label={t.ended}>
        {format.number(point.ended)}
      </td>
    </tr>
  );
}

function yearsOf({ points }: Forecast): ForecastPoint[] {
  return points.filter(({ on }, index) => index === 0 || on.endsWith('-01-01'));
}

function useRange(): (range: Range) => string {
  const t = useText(forecastText);
  const format = useFormat();
  return ({ low, high }) =>
    low === high ? format.number(low) : t.range(format.number(low), format.number(high));
}
