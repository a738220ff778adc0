import { Alert } from 'antd';

import type { Forecast } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { forecastText } from './forecast.text.js';

/** What a reader must know before believing a figure: assumptions, and whom the forecast leaves out. */
export function ForecastNotes({ forecast }: { readonly forecast: Forecast }) {
  const t = useText(forecastText);
  const format = useFormat();
  const assumed = forecast.parameters.filter((each) => each.assumed);
  const left = (['undated', 'overdue', 'closed'] as const).filter((each) => forecast[each] > 0);
  return (
    <div className="forecast-notes">
      {assumed.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t.assumed(format.number(assumed.length))}
          description={
            <details>
              <summary>{t.assumedWhich}</summary>
              <ul>
                {assumed.map(({ key, value, sourceDocument, sourceArticle }) => (
                  <li key={key}>
                    <code>{key}</code> = {JSON.stringify(value)} ({sourceDocument}
                    {sourceArticle && `, ${sourceArticle}`})
                  </li>
                ))}
              </ul>
            </details>
          }
        />
      )}
      {left.map((each) => (
        <Alert key={each} type="info" showIcon title={t[each](format.number(forecast[each]))} />
      ))}
    </div>
  );
}
