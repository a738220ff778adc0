import { Alert } from 'antd';
import { Link } from 'react-router';

import { Assumptions } from '../../components/assumptions.js';
import type { At } from '../../lib/api/at.js';
import type { BlockCode, Forecast } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { forecastLink } from './forecast-link.js';
import { forecastText } from './forecast.text.js';

interface Props {
  readonly at: At;
  readonly block: BlockCode | null;
  readonly forecast: Forecast;
}

/** What a reader must know before believing a figure: assumptions, whom the forecast leaves out, who cannot be replaced. */
export function ForecastNotes({ at, block, forecast }: Props) {
  const t = useText(forecastText);
  const format = useFormat();
  const params = useQueryParams();
  const left = (['undated', 'overdue', 'closed'] as const).filter((each) => forecast[each] > 0);
  return (
    <div className="notes">
      <Assumptions parameters={forecast.parameters} />
      {forecast.lastHolders > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t.lastHolders(format.number(forecast.lastHolders))}
          action={
            <button
              type="button"
              className="link-button"
              onClick={() => params.set({ only: 'last', page: null })}
            >
              {t.lastHoldersShow}
            </button>
          }
        />
      )}
      {left.map((each) => (
        <Alert
          key={each}
          type="info"
          showIcon
          title={t[each](format.number(forecast[each]))}
          // Who is closed is not for this account to read.
          action={
            each !== 'closed' && (
              <Link to={forecastLink(at, block, { why: each })}>{t.lastHoldersShow}</Link>
            )
          }
        />
      ))}
    </div>
  );
}
