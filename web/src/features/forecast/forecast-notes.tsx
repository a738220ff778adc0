import { Alert } from 'antd';

import { Assumptions } from '../../components/assumptions.js';
import type { Forecast } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { forecastText } from './forecast.text.js';

/** What a reader must know before believing a figure: assumptions, whom the forecast leaves out, who cannot be replaced. */
export function ForecastNotes({ forecast }: { readonly forecast: Forecast }) {
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
        <Alert key={each} type="info" showIcon title={t[each](format.number(forecast[each]))} />
      ))}
    </div>
  );
}
