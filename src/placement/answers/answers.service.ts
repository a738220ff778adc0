import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ScenarioService } from '../../scenario/scenario.service.js';
import type { Actor } from '../../shared/actor.js';
import { NotFound, RuleBroken } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { AskedRunView, type AskedRun } from './asked-run.view.js';
import type { AnswerOf, Question, RunToLoad } from './price.messages.js';
import { PriceThread } from './price-thread.js';

/** An answer with the people whom it must not name to who asked. */
export interface Answered<T> {
  readonly answer: T;
  readonly closed: ReadonlySet<number>;
}

/** Questions about a stored run; nothing is written. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
    private readonly view: AskedRunView,
    private readonly thread: PriceThread,
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
    mustHavePrices(run);
    mustNotAskAbout(question, closed);
    const key = [actor.provinceCode, runId, run.pinsMark].join('/');
    const answer = await this.thread.ask<K>(key, question, () => this.load(actor, runId, run));
    return { answer, closed };
  }

  private load(actor: Actor, runId: number, run: AskedRun): Promise<RunToLoad> {
    return this.transactions.run(actor, async (manager: EntityManager) => ({
      facts: await this.scenarios.facts(manager, actor, run.scenarioId),
      options: { kind: run.kind },
      proposals: await this.view.proposals(manager, actor, runId),
      potentials: await this.view.potentials(manager, actor, runId),
      inputHash: run.inputHash,
      pinsChanged: run.pinsChanged,
    }));
  }
}

function foundRun(run: AskedRun | null, id: number): AskedRun {
  if (run !== null) return run;
  throw new NotFound('placement.no-run', `Không có lần chạy bố trí số ${id}.`, { id });
}

/** Exact prices are those of an optimum of the levels; a run by a rule, or under conditions, has none. */
function mustHavePrices({ status }: AskedRun): void {
  if (status === 'optimal') return;
  throw new RuleBroken(
    'placement.run-has-no-prices',
    'Lần chạy này theo thâm niên hoặc có điều kiện kèm theo nên không có giá đổi chỗ chính xác. Hãy hỏi trên lần chạy tốt nhất không kèm điều kiện.',
    { status },
  );
}

/** A person whom the plan must not name is, for who asks, not in it. */
function mustNotAskAbout(question: Question, closed: ReadonlySet<number>): void {
  const asked = question.kind === 'what-if' ? question.change : question;
  if (!('staffId' in asked) || !closed.has(asked.staffId)) return;
  throw new NotFound('placement.person-not-in-run', 'Người này không có trong lần chạy.', {
    staffId: asked.staffId,
  });
}
