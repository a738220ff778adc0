import { Button } from 'antd';

import { RibbonChart } from '../../components/ribbon-chart.js';
import type { MergedCommune } from '../../lib/api/shapes.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { mergerText } from './merger.text.js';

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
          <RibbonChart communes={communes} linkTo={(code) => `/board?commune=${code}`} />
        </>
      )}
    </section>
  );
}
