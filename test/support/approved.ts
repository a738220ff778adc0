import type { INestApplicationContext } from '@nestjs/common';
import { AgreementService } from '../../src/decision/agreement/agreement.service.js';
import { ApprovalService } from '../../src/decision/approval.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import type { Actor } from '../../src/shared/actor.js';

/** A draft on its way to approval: submitted on a run, agreed by all its units, approved by the operator. */
export async function approved(
  app: INestApplicationContext,
  actor: Actor,
  { id: scenarioId, runId }: { readonly id: number; readonly runId?: number | undefined },
): Promise<Scenario> {
  const { version } = await app.get(ScenarioService).get(actor, scenarioId);
  const step = { id: scenarioId, to: 'submitted' as const, version, runId };
  await app.get(ScenarioService).move(actor, step);
  const agreements = app.get(AgreementService);
  const { units, scenario } = await agreements.of(actor, scenarioId);
  if (units.length > 0) await agreements.answer(actor, { scenarioId, units, answer: 'agreed' });
  const agreed = await agreements.close(actor, { scenarioId, version: scenario.version });
  return app.get(ApprovalService).approve(actor, { scenarioId, version: agreed.version });
}
