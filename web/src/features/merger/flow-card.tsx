import { Button } from 'antd';
import { lazy, Suspense } from 'react';

import { Waiting } from '../../components/states.js';
import type { MergedCommune } from '../../lib/api/shapes.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { mergerText } from './merger.text.js';

/** The charting code is fetched only when someone asks for the chart. */
const FlowChart = lazy(async () => ({ default: (await import('./flow-chart.js')).FlowChart }));

export function FlowCard({ communes }: { readonly communes: readonly MergedCommune[] }) {
  const t = useText(mergerText);
  const params = useQueryParams();
  const open = params.get('flow') === '1';
  return (
    <section className="card">
      <div className="list-head">
        <h2>{t.flow}</h2>
        <Button aria-expanded={open} onClick={() => params.set({ flow: open ? null : '1' })}>
          {open ? t.hideFlow : t.showFlow}
        </Button>
      </div>
      {open && (
        <>
          <p className="sub">{t.flowLead}</p>
          <Suspense fallback={<Waiting />}>
            <FlowChart communes={communes} />
          </Suspense>
        </>
      )}
    </section>
  );
}
