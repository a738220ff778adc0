import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../../access/trail.js';
import { LawService } from '../../law/law.service.js';
import { numberOf } from '../../rules/parameters.js';
import type { Scenario } from '../../scenario/scenario.js';
import { ScenarioService } from '../../scenario/scenario.service.js';
import { ScenarioStore } from '../../scenario/scenario.store.js';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';
import { BadInput, NotFound, RuleBroken } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { DecidedRun } from '../decided-run.js';
import {
  allHaveAgreed,
  type Answer,
  type AnswerReason,
  type AskedState,
  lastDayToAnswer,
  type Side,
  stateOfAsked,
} from './agreement.rules.js';
import { AgreementStore, type AskedUnit, type StoredAnswer } from './agreement.store.js';

export interface AskedWithAnswers extends AskedUnit {
  readonly state: AskedState;
  /** All that was ever said, the oldest first. */
  readonly answers: readonly StoredAnswer[];
}

export interface Agreements {
  readonly scenario: Scenario;
  readonly runId: number | null;
  /** The last day to answer; null before the plan is submitted. */
  readonly answerUntil: Day | null;
  readonly complete: boolean;
  readonly units: readonly AskedWithAnswers[];
}

/** A unit as the one that gives people up, or that takes them. */
export interface UnitSide {
  readonly unitCode: string;
  readonly side: Side;
}

/** One answer, of one unit or of many. */
export interface UnitAnswer {
  readonly scenarioId: number;
  readonly units: readonly UnitSide[];
  readonly answer: Answer;
  readonly reason?: AnswerReason | undefined;
  readonly note?: string | undefined;
}

/** What reads and writes the plans that units are asked about. */
@Injectable()
export class AgreementParts {
  constructor(
    readonly store: AgreementStore,
    readonly scenarios: ScenarioStore,
    readonly decided: DecidedRun,
    readonly law: LawService,
  ) {}
}

/** The units that send or receive people hear of a submitted plan and answer it. */
@Injectable()
export class AgreementService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
    private readonly parts: AgreementParts,
    private readonly trail: Trail,
  ) {}

  /** @throws NotFound `scenario.unknown` */
  of(actor: Actor, scenarioId: number): Promise<Agreements> {
    return this.transactions.run(actor, async (manager) =>
      this.read(manager, actor, await this.scenarios.found(manager, actor, scenarioId)),
    );
  }

  /**
   * What a unit says; a leader for the own commune, an officer on behalf of any. Everything stays on record.
   *
   * @throws RuleBroken `agreement.not-submitted`; NotFound `agreement.not-asked`; BadInput `agreement.reason`
   */
  answer(actor: Actor, { scenarioId, ...given }: UnitAnswer): Promise<Agreements> {
    return this.transactions.run(actor, async (manager) => {
      mustGiveReason(given);
      await this.parts.store.lock(manager, actor, scenarioId);
      const scenario = await this.scenarios.found(manager, actor, scenarioId);
      if (scenario.state !== 'submitted') throw notSubmitted(scenario);
      const { units, runId } = await this.read(manager, actor, scenario);
      const { answer, reason = null, note = null } = given;
      const isLeader = actor.role === 'leader';
      for (const { unitCode, side } of given.units) {
        const isAsked = units.some((unit) => unit.unitCode === unitCode && unit.side === side);
        if (!isAsked || runId === null || (isLeader && answer === 'overruled'))
          throw notAsked({ unitCode, side });
        await this.parts.store.insert(manager, actor, {
          ...{ scenarioId, runId, unitCode, side, answer, reason, note, onBehalf: !isLeader },
        });
      }
      await this.trail.record(manager, actor, {
        action: 'scenario.answered',
        subject: `scenario/${scenarioId}`,
        details: { units: given.units, answer, reason, runId },
      });
      return this.read(manager, actor, scenario);
    });
  }

  /**
   * Ends the hearing: a submitted plan that no unit is waited for and no objection stands against is agreed.
   *
   * @throws RuleBroken `agreement.not-submitted`, `agreement.open`, `decision.no-run`,
   * `decision.run-has-breaches`; Conflict `scenario.changed-meanwhile`, `decision.run-stale`
   */
  close(
    actor: Actor,
    { scenarioId: id, version }: { readonly scenarioId: number; readonly version: number },
  ): Promise<Scenario> {
    return this.transactions.run(actor, async (manager) => {
      const scenario = await this.scenarios.locked(manager, actor, { id, version });
      if (scenario.state !== 'submitted') throw notSubmitted(scenario);
      await this.parts.store.lock(manager, actor, id);
      await this.parts.decided.mustBeFit(manager, actor, scenario);
      const { units, complete } = await this.read(manager, actor, scenario);
      if (!complete) throw stillOpen(units);
      await this.parts.scenarios.setState(manager, actor, { id, state: 'agreed' });
      await this.trail.record(manager, actor, {
        action: 'scenario.agreed',
        subject: `scenario/${id}`,
        before: { state: 'submitted' },
        after: { state: 'agreed' },
        details: { units: units.length },
      });
      return this.scenarios.found(manager, actor, id);
    });
  }

  private async read(
    manager: EntityManager,
    actor: Actor,
    scenario: Scenario,
  ): Promise<Agreements> {
    const { store, decided } = this.parts;
    const run = await decided.of(manager, actor, scenario);
    const { today, submittedOn } = await store.days(manager, actor, scenario.id);
    const days = await this.daysToAnswer(manager, actor, today);
    const given = await store.answers(manager, actor, scenario.id);
    const asked =
      run === null
        ? []
        : await store.asked(manager, actor, { scenarioId: scenario.id, runId: run.id });
    const units = asked.map((unit) => {
      const answers = given.filter(
        ({ unitCode, side }) => unitCode === unit.unitCode && side === unit.side,
      );
      const last = answers.findLast(({ counts, runId }) => counts && runId === run?.id);
      const spans = { submittedOn: submittedOn ?? today, days, today };
      return { ...unit, answers, state: stateOfAsked(last?.answer ?? null, spans) };
    });
    return {
      scenario,
      runId: run?.id ?? null,
      answerUntil: submittedOn === null ? null : lastDayToAnswer(submittedOn, days),
      complete: run !== null && allHaveAgreed(units.map(({ state }) => state)),
      units,
    };
  }

  private async daysToAnswer(manager: EntityManager, actor: Actor, today: Day): Promise<number> {
    const { values } = await this.parts.law.parametersOn(manager, actor.provinceCode, today);
    return numberOf(values, 'agreement.answer-days');
  }
}

function mustGiveReason({ answer, reason }: Pick<UnitAnswer, 'answer' | 'reason'>): void {
  if ((answer === 'agreed') === (reason === undefined)) return;
  throw new BadInput(
    'agreement.reason',
    answer === 'agreed'
      ? 'Đồng ý thì không cần nêu lý do.'
      : 'Không đồng ý, hoặc không chấp nhận ý kiến, cần nêu lý do.',
    { answer },
  );
}

function notSubmitted({ name, state }: Scenario): RuleBroken {
  return new RuleBroken(
    'agreement.not-submitted',
    `Phương án "${name}" không ở bước lấy ý kiến các đơn vị.`,
    { state },
  );
}

/** The same whether the unit is not asked, is not the own one, or does not exist. */
function notAsked({ unitCode, side }: UnitSide): NotFound {
  return new NotFound(
    'agreement.not-asked',
    `Phương án không hỏi ý kiến của đơn vị ${unitCode}, hoặc đơn vị này ngoài phạm vi của bạn.`,
    { unitCode, side },
  );
}

function stillOpen(units: readonly AskedWithAnswers[]): RuleBroken {
  const open = units.filter(({ state }) => state === 'waiting' || state === 'objected');
  const names = open.map(({ unitName, state }) => ({ unitName, state }));
  return new RuleBroken(
    'agreement.open',
    `Còn ${open.length} đơn vị chưa trả lời hoặc chưa đồng ý.`,
    { units: names },
  );
}
