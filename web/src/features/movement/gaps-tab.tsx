import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing } from '../../components/states.js';
import { gapPlansQuery, planStateMutation, type PlanWish } from '../../lib/api/movements.js';
import type { GapWithPlans } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { GapCells } from './gap-cells.js';
import { ListWorkbook } from './list-workbook.js';
import { movementText } from './movement.text.js';
import { PlanForm } from './plan-form.js';

const PAGE = 50;
const STATES = ['open', 'under-way', 'done', 'dropped'] as const;

/** Every gap, and what is planned to close it. */
export function GapsTab({ on }: { readonly on: string }) {
  const t = useText(movementText);
  const format = useFormat();
  const writes = useMay()('gap-plan.write');
  const [adding, setAdding] = useState<GapWithPlans | null>(null);
  const offset = (pageOf(useQueryParams().get) - 1) * PAGE;
  const query = useQuery(gapPlansQuery(on, { offset, limit: PAGE }));
  const n = format.number;
  return (
    <section className="card">
      <Answered query={query} rows={8}>
        {({ total, unplanned, overdue, items, ways }) => (
          <>
            <p>{t.gapsAbout(n(total), n(unplanned), n(overdue))}</p>
            <ListWorkbook title={t['tab.gaps']} file={`gap-plans.xlsx?on=${on}`} />
            {total === 0 ? (
              <Nothing>{t.noGaps}</Nothing>
            ) : (
              <Gaps on={on} items={items} {...(writes && { onAdd: setAdding })} />
            )}
            <Pages total={total} pageSize={PAGE} />
            {adding && <PlanForm gap={adding} ways={ways} onClose={() => setAdding(null)} />}
          </>
        )}
      </Answered>
    </section>
  );
}

interface GapsProps {
  readonly on: string;
  readonly items: readonly GapWithPlans[];
  readonly onAdd?: (gap: GapWithPlans) => void;
}

function Gaps({ on, items, onAdd }: GapsProps) {
  const t = useText(movementText);
  const format = useFormat();
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.gap}</th>
          <th className="num">{t.shortage}</th>
          <th className="num">{t.unplanned}</th>
          <th>{t.plans}</th>
          {onAdd && <th />}
        </tr>
      </thead>
      <tbody>
        {items.map((gap) => (
          <tr key={`${gap.unitCode} ${gap.positionCode}`}>
            <GapCells on={on} gap={gap} />
            <td data-label={t.unplanned} className="num">
              {format.number(gap.unplanned)}
            </td>
            <td data-label={t.plans}>
              {gap.plans.length === 0 && '–'}
              {gap.plans.map((plan) => (
                <Plan key={plan.id} plan={plan} writes={onAdd !== undefined} />
              ))}
            </td>
            {onAdd && (
              <td>
                <Button size="small" onClick={() => onAdd(gap)}>
                  {t.addPlan}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PlanProps {
  readonly plan: GapWithPlans['plans'][number];
  readonly writes: boolean;
}

function Plan({ plan, writes }: PlanProps) {
  const t = useText(movementText);
  const format = useFormat();
  const change = useMutation(planStateMutation(useQueryClient()));
  return (
    <div>
      {t[`way.${plan.way satisfies PlanWish['way']}`]} × {format.number(plan.seats)} –{' '}
      {plan.responsible}, {t.dueOn.toLowerCase()} {format.day(plan.dueOn)}
      {plan.overdue && <span className="short-text"> {t.overdue}</span>}
      {writes ? (
        <Choice
          label={t.state}
          value={plan.state}
          options={STATES.map((state) => ({ value: state, label: t[`plan.${state}`] }))}
          onChange={(state) =>
            change.mutate({ id: plan.id, state: state as (typeof STATES)[number] })
          }
        />
      ) : (
        <div className="sub">{t[`plan.${plan.state}`]}</div>
      )}
    </div>
  );
}
