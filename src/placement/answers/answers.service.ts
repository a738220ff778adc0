import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReferenceStore } from '../../law/reference.store.js';
import { ScenarioService } from '../../scenario/scenario.service.js';
import type { Actor } from '../../shared/actor.js';
import { NotFound } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { AskedRunView, type AskedRun } from './asked-run.view.js';
import type { AnswerOf, PriceBasis, Question, RunToLoad } from './price.messages.js';
import { PriceThread } from './price-thread.js';

/** An answer with the people whom it must not name to who asked. */
export interface Answered<T> {
  readonly answer: T;
  readonly closed: ReadonlySet<number>;
  /** How exact the prices are. */
  readonly basis: PriceBasis;
}

/** Questions about a stored run; nothing is written. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
    private readonly view: AskedRunView,
    private readonly thread: PriceThread,
    private readonly reference: ReferenceStore,
  ) {}

  /**
   * Where pins changed since the run, answers are about the best placement under the pins of now.
   *
   * @throws NotFound `placement.no-run`, `placement.person-not-in-run`; RuleBroken `placement.run-stale` where the facts
   *   are no longer those of the run; BadInput as the question.
   */
  async ask<K extends keyof AnswerOf>(
    actor: Actor,
    runId: number,
    question: Extract<Question, { kind: K }>,
  ): Promise<Answered<AnswerOf[K]>> {
    const { run, closed } = await this.transactions.run(actor, async (manager) => ({
      run: foundRun(await this.view.find(manager, actor, runId), runId),
      closed: await this.view.closed(manager, runId),
    }));
    mustNotAskAbout(question, closed);
    const key = [actor.provinceCode, runId, run.pinsMark].join('/');
    const answer = await this.thread.ask<K>(key, question, () => this.load(actor, runId, run));
    return { answer, closed, basis: basisOf(run) };
  }

  private load(actor: Actor, runId: number, run: AskedRun): Promise<RunToLoad> {
    return this.transactions.run(actor, async (manager: EntityManager) => ({
      facts: await this.scenarios.facts(manager, actor, run.scenarioId),
      options: {
        kind: run.kind,
        majorGroupNames: await this.reference.majorGroupNames(manager),
        ...(run.held && { held: run.held }),
      },
      proposals: await this.view.proposals(manager, actor, runId),
      potentials: await this.view.potentials(manager, actor, runId),
      inputHash: run.inputHash,
      pinsChanged: run.pinsChanged,
      basis: basisOf(run),
      levels: run.levels,
    }));
  }
}

function foundRun(run: AskedRun | null, id: number): AskedRun {
  if (run !== null) return run;
  throw new NotFound('placement.no-run', `Không có lần chạy bố trí số ${id}.`, { id });
}

/** Exact prices are those of an optimum of the levels that nothing else binds. */
function basisOf({ status, hasConditions }: AskedRun): PriceBasis {
  if (status === 'by-rule') return 'rule';
  if (!hasConditions) return 'exact';
  return status === 'optimal' ? 'at-least' : 'without-conditions';
}

/** A person whom the plan must not name is, for who asks, not in it. */
function mustNotAskAbout(question: Question, closed: ReadonlySet<number>): void {
  const asked = question.kind === 'what-if' ? question.change : question;
  if (!('staffId' in asked) || !closed.has(asked.staffId)) return;
  throw new NotFound('placement.person-not-in-run', 'Người này không có trong lần chạy.', {
    staffId: asked.staffId,
  });
}
