import { Alert } from 'antd';

import type { CellEffect, MovementPlan } from '../../lib/api/shapes.js';
import { besides } from '../../lib/day.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
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
      {plan.findings.length === 0 && <p>{t.noFindings}</p>}
      {plan.findings.map(({ code, severity, message }) => (
        <Alert
          key={code}
          type={severity === 'error' ? 'error' : 'warning'}
          showIcon
          title={t[severity]}
          description={message}
        />
      ))}
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
