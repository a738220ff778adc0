import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../../access/trail.js';
import { LawService } from '../../law/law.service.js';
import { wholeNumberOf } from '../../rules/parameters.js';
import type { ParameterValues } from '../../scenario/facts.js';
import type { Scenario } from '../../scenario/scenario.js';
import { ScenarioService } from '../../scenario/scenario.service.js';
import type { Actor } from '../../shared/actor.js';
import { type Day, dayText } from '../../shared/day.js';
import { BadInput, NotFound, RuleBroken } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { type ActKind, CODES_OF, type PersonAct } from './person-act.js';
import { PersonActStore } from './person-act.store.js';
import { answerUntil, complaintInTime } from './person-state.rules.js';
import { type PersonState, PersonStatesService } from './person-states.service.js';

/** What an officer records of one person. */
export interface ActGiven {
  readonly scenarioId: number;
  readonly staffId: number;
  readonly kind: ActKind;
  readonly happenedOn: Day;
  readonly code?: string | undefined;
  readonly note: string;
  readonly ofAct?: number | undefined;
}

export interface PersonWithActs {
  readonly person: PersonState;
  readonly acts: readonly PersonAct[];
}

/** What reads a person of a plan, and the law. */
@Injectable()
export class PersonActParts {
  constructor(
    readonly store: PersonActStore,
    readonly states: PersonStatesService,
    readonly law: LawService,
  ) {}
}

/** Opinions, objections, complaints, their answers and hand-overs: recorded once, kept for ever. */
@Injectable()
export class PersonActsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
    private readonly parts: PersonActParts,
    private readonly trail: Trail,
  ) {}

  /** @throws NotFound `scenario.unknown`, `person.not-in-plan` */
  of(actor: Actor, scenarioId: number, staffId: number): Promise<PersonWithActs> {
    return this.transactions.run(actor, async (manager) => {
      const scenario = await this.scenarios.found(manager, actor, scenarioId);
      return this.read(manager, actor, scenario, staffId);
    });
  }

  /**
   * @throws NotFound `person.not-in-plan`; BadInput `person.code`, `person.unknown-act`; RuleBroken `person.not-proposed`,
   * `person.no-decision`, `person.complaint-late`, `person.answered-already`, `person.not-absent`
   */
  add(actor: Actor, given: ActGiven): Promise<PersonWithActs> {
    return this.transactions.run(actor, async (manager) => {
      mustFit(given);
      const { scenarioId, staffId, kind, happenedOn } = given;
      const scenario = await this.scenarios.found(manager, actor, scenarioId);
      const { person, acts } = await this.read(manager, actor, scenario, staffId);
      const { values } = await this.parts.law.parametersOn(manager, actor.provinceCode, happenedOn);
      mustBeInPlace({ given, person, acts, values });
      await this.parts.store.insert(manager, actor, {
        ...{ scenarioId, staffId, kind, happenedOn, note: given.note },
        ofAct: given.ofAct ?? null,
        code: given.code ?? null,
        answerUntil: lastDay(kind, happenedOn, values),
        unitCode: kind === 'heard' ? person.unitCode : null,
        positionCode: kind === 'heard' ? person.positionCode : null,
      });
      await this.trail.record(manager, actor, {
        action: 'person.recorded',
        subject: `scenario/${scenarioId}`,
        details: { staffId, kind, happenedOn, code: given.code ?? null },
      });
      return this.read(manager, actor, scenario, staffId);
    });
  }

  /**
   * The hand-over of the work of people who are not there on the day is agreed, of one or of many in the same words.
   *
   * @returns how many were agreed.
   * @throws NotFound `person.not-in-plan`; RuleBroken `person.not-absent`
   */
  handOver(
    actor: Actor,
    given: {
      readonly scenarioId: number;
      readonly staffIds: readonly number[];
      readonly agreedOn: Day;
      readonly note: string;
    },
  ): Promise<number> {
    return this.transactions.run(actor, async (manager) => {
      const { scenarioId, agreedOn: happenedOn, note } = given;
      const scenario = await this.scenarios.found(manager, actor, scenarioId);
      const { people } = await this.parts.states.peopleOf(manager, actor, scenario);
      const absent = new Map(people.map((person) => [person.staffId, person.absent]));
      const staffIds = [...new Set(given.staffIds)].sort((a, b) => a - b);
      for (const staffId of staffIds) {
        if (!absent.has(staffId)) throw notInPlan(staffId);
        if (absent.get(staffId) === false) throw notAbsent();
        await this.parts.store.insert(manager, actor, {
          ...{ scenarioId, staffId, kind: 'handed-over', happenedOn, note, ofAct: null },
          ...{ code: null, answerUntil: null, unitCode: null, positionCode: null },
        });
      }
      await this.trail.record(manager, actor, {
        action: 'person.handed-over',
        subject: `scenario/${scenarioId}`,
        details: { staffIds, agreedOn: happenedOn },
      });
      return staffIds.length;
    });
  }

  private async read(
    manager: EntityManager,
    actor: Actor,
    scenario: Scenario,
    staffId: number,
  ): Promise<PersonWithActs> {
    const { people } = await this.parts.states.peopleOf(manager, actor, scenario, staffId);
    const [person] = people;
    if (person === undefined) throw notInPlan(staffId);
    const acts = await this.parts.store.of(manager, actor, { scenarioId: scenario.id, staffId });
    return { person, acts };
  }
}

function mustFit({ kind, code, ofAct }: ActGiven): void {
  const codes = CODES_OF[kind];
  const isKnown = code === undefined ? codes.length === 0 : codes.includes(code);
  if (isKnown && (ofAct !== undefined) === (kind === 'answered')) return;
  throw new BadInput('person.code', 'Cần một mã đúng với việc được ghi.', { kind, codes });
}

interface InPlace {
  readonly given: ActGiven;
  readonly person: PersonState;
  readonly acts: readonly PersonAct[];
  readonly values: ParameterValues;
}

/** An act must have what it is about: a proposal, a decision, an objection or complaint that is still open. */
function mustBeInPlace({ given, person, acts, values }: InPlace): void {
  switch (given.kind) {
    case 'heard':
    case 'objected':
      if (person.outcome === null) throw notProposed(person);
      return;
    case 'complained':
      mustBeInTime(given.happenedOn, person, wholeNumberOf(values, 'complaint.file-days'));
      return;
    case 'answered':
      mustBeOpen(given, acts);
      return;
    case 'handed-over':
      if (!person.absent) throw notAbsent();
  }
}

function mustBeInTime(happenedOn: Day, { decidedOn }: PersonState, days: number): void {
  if (decidedOn === null)
    throw new RuleBroken(
      'person.no-decision',
      'Chưa có quyết định để khiếu nại; ý kiến về phương án ghi là kiến nghị.',
    );
  if (!complaintInTime(decidedOn, happenedOn, days))
    throw new RuleBroken(
      'person.complaint-late',
      `Quá ${days} ngày kể từ quyết định ngày ${dayText(decidedOn)} nên hết thời hiệu khiếu nại.`,
      { decidedOn, days },
    );
}

function mustBeOpen({ ofAct }: ActGiven, acts: readonly PersonAct[]): void {
  const said = acts.find(({ id }) => id === ofAct);
  if (said?.kind !== 'objected' && said?.kind !== 'complained')
    throw new BadInput('person.unknown-act', 'Không có kiến nghị, khiếu nại này.', { ofAct });
  if (acts.some((act) => act.ofAct === ofAct))
    throw new RuleBroken('person.answered-already', 'Kiến nghị, khiếu nại này đã được trả lời.', {
      ofAct,
    });
}

function lastDay(kind: ActKind, cameOn: Day, values: ParameterValues): Day | null {
  if (kind !== 'objected' && kind !== 'complained') return null;
  return answerUntil(kind, cameOn, {
    objection: wholeNumberOf(values, 'objection.answer-days'),
    complaintAccept: wholeNumberOf(values, 'complaint.accept-days'),
    complaintResolve: wholeNumberOf(values, 'complaint.resolve-days'),
  });
}

/** The same whether nobody has the number or the person is not the actor's. */
function notInPlan(staffId: number): NotFound {
  return new NotFound('person.not-in-plan', 'Phương án không có người này.', { staffId });
}

function notProposed({ staffId }: PersonState): RuleBroken {
  return new RuleBroken(
    'person.not-proposed',
    'Chưa có lần chạy bố trí nào dự kiến cho người này nên chưa có gì để hỏi ý kiến.',
    { staffId },
  );
}

function notAbsent(): RuleBroken {
  return new RuleBroken(
    'person.not-absent',
    'Người này không nghỉ, đi học hay biệt phái vào ngày áp dụng nên không cần thống nhất bàn giao.',
  );
}
