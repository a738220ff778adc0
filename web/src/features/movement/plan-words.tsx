import { Alert } from 'antd';

import type { CellEffect, MovementPlan } from '../../lib/api/shapes.js';
import { besides } from '../../lib/day.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { useSaid } from '../../lib/text/said.js';
import { movementText } from './movement.text.js';

/** What stands against a movement and what it would do, as the API says it. */
export function PlanWords({ plan }: { readonly plan: MovementPlan }) {
  const t = useText(movementText);
  const format = useFormat();
  const assumed = plan.parameters.filter((each) => each.assumed);
  const { keptAllowance: kept } = plan;
  return (
    <div className="movement-plan">
      <h3>{t.findings}</h3>
      <Verdict findings={plan.findings} />
      <ul>
        {plan.leaves && <Effect label={t.leaves} effect={plan.leaves} />}
        {plan.fills && <Effect label={t.fills} effect={plan.fills} />}
        {kept && (
          <li>
            {kept.until === null ? t.keptOpen : t.kept(format.day(besides(kept.until, -1)))} (
            {kept.article})
          </li>
        )}
      </ul>
      {assumed.length > 0 && <p className="sub">{t.assumed(format.number(assumed.length))}</p>}
    </div>
  );
}

/** Whether the law of the day allows it: the one answer of this page; what the plan would say of the seat stands below. */
function Verdict({ findings }: Pick<MovementPlan, 'findings'>) {
  const t = useText(movementText);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = findings.filter(({ severity }) => severity !== 'error');
  if (findings.length === 0) return <Alert type="success" showIcon title={t.allowed} />;
  return (
    <>
      {errors.length > 0 && (
        <Alert type="error" showIcon title={t.forbidden} description={<Said findings={errors} />} />
      )}
      {others.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={errors.length > 0 ? t.alsoJudge : t.judge}
          description={<Said findings={others} />}
        />
      )}
    </>
  );
}

function Said({ findings }: Pick<MovementPlan, 'findings'>) {
  const said = useSaid();
  return (
    <ul>
      {findings.map(({ code, message }) => (
        <li key={code}>{said(message)}</li>
      ))}
    </ul>
  );
}

function Effect({ label, effect }: { readonly label: string; readonly effect: CellEffect }) {
  const t = useText(movementText);
  const format = useFormat();
  return (
    <li>
      <strong>{label}</strong> {effect.unitCode} · {effect.positionCode}:{' '}
      {t.effect(format.number(effect.shortageBefore), format.number(effect.shortageAfter))},{' '}
      {t.surplus(format.number(effect.surplusBefore), format.number(effect.surplusAfter))}
    </li>
  );
}
