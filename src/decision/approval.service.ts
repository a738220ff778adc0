import { Injectable } from '@nestjs/common';
import { Trail } from '../access/trail.js';
import type { Scenario } from '../scenario/scenario.js';
import { ScenarioService } from '../scenario/scenario.service.js';
import { ScenarioStore } from '../scenario/scenario.store.js';
import type { Actor } from '../shared/actor.js';
import { Forbidden, RuleBroken } from '../shared/errors.js';
import { Transactions } from '../shared/transactions.js';
import { secondPersonApproves } from './agreement/agreement.rules.js';
import { DecidedRun } from './decided-run.js';
import { HandOver } from './person/hand-over.js';

/** What an approval looks at and writes. */
@Injectable()
export class ApprovalParts {
  constructor(
    readonly store: ScenarioStore,
    readonly decided: DecidedRun,
    readonly handOver: HandOver,
  ) {}
}

/** An agreed plan is approved by a second person, who freezes all that it says. */
@Injectable()
export class ApprovalService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
    private readonly parts: ApprovalParts,
    private readonly trail: Trail,
  ) {}

  /**
   * @param version the version that the caller saw.
   * @throws Conflict `scenario.changed-meanwhile`, `decision.run-stale`; Forbidden `approval.second-person`; RuleBroken
   * `approval.not-agreed`, `approval.hand-over-open`, `decision.no-run`, `decision.run-has-breaches`
   */
  approve(
    actor: Actor,
    { scenarioId: id, version }: { readonly scenarioId: number; readonly version: number },
  ): Promise<Scenario> {
    return this.transactions.run(actor, async (manager) => {
      const scenario = await this.scenarios.locked(manager, actor, { id, version });
      if (scenario.state !== 'agreed') throw notAgreed(scenario);
      mustBeAnother(scenario, actor);
      const { decided, handOver, store } = this.parts;
      if (actor.role !== 'operator') await handOver.mustBeAgreed(manager, actor, scenario);
      const run = await decided.mustBeFit(manager, actor, scenario);
      const hash = await decided.contentHash(manager, actor, { scenario, run });
      await store.approve(manager, actor, { id, runId: run.id, hash });
      await this.trail.record(manager, actor, {
        action: 'scenario.approved',
        subject: `scenario/${id}`,
        before: { state: 'agreed', chosenRunId: scenario.chosenRunId },
        after: { state: 'approved', chosenRunId: run.id },
        details: { hash, submittedBy: scenario.submittedBy },
      });
      return this.scenarios.found(manager, actor, id);
    });
  }
}

/** Whoever sits at the machine's terminal does the whole job alone; the trail says that it was there. */
function mustBeAnother({ submittedBy, name }: Scenario, actor: Actor): void {
  if (actor.role === 'operator' || secondPersonApproves(submittedBy, actor.id)) return;
  throw new Forbidden(
    'approval.second-person',
    `Phương án "${name}" do chính bạn trình nên cần người khác phê duyệt.`,
  );
}

function notAgreed({ name, state }: Scenario): RuleBroken {
  return new RuleBroken(
    'approval.not-agreed',
    `Phương án "${name}" chưa được các đơn vị thống nhất nên chưa phê duyệt được.`,
    { state },
  );
}
