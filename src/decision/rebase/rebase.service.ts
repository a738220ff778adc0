import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../../access/trail.js';
import { planOfFacts } from '../../merger/merger.service.js';
import { refusedPins } from '../../placement/pinning/pin-by-hand.plan.js';
import { hashOfFacts } from '../../scenario/facts-hash.js';
import type { ScenarioFacts } from '../../scenario/facts.js';
import type { Scenario } from '../../scenario/scenario.js';
import { ScenarioService } from '../../scenario/scenario.service.js';
import type { Actor } from '../../shared/actor.js';
import { BadInput, Conflict, RuleBroken } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { carriedFacts } from './carried-facts.plan.js';
import { conflictWords, type ConflictNames } from './conflict-words.js';
import type { Decided, RebaseChoice, RebaseConflict, RebaseInput } from './conflict.js';
import { proposed, rebaseConflicts } from './conflicts.plan.js';
import { RebaseView } from './rebase.view.js';

/** A conflict as the officer sees it; `key` names it as long as the `mark` holds. */
export interface ShownConflict extends Pick<RebaseConflict, 'what' | 'choices' | 'proposal'> {
  readonly key: string;
  readonly message: string;
}

export interface Rebase {
  readonly scenario: Scenario;
  /** Of the conflicts and of the facts that the proposals would give: whoever decides says which were seen. */
  readonly mark: string;
  readonly conflicts: readonly ShownConflict[];
  /** What the map would break with the units of now; the plan cannot be made anew then. */
  readonly breaches: readonly string[];
}

export interface RebaseWish {
  readonly scenarioId: number;
  readonly version: number;
  readonly mark: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly choices: readonly { readonly key: string; readonly choice: RebaseChoice }[];
}

interface Looked {
  readonly input: RebaseInput;
  readonly conflicts: readonly RebaseConflict[];
  readonly mark: string;
}

/**
 * A plan whose registry has moved on is made anew: a draft of its own on the facts of now, with what the officer decided
 * about every conflict. The plan itself and its runs stay as they are.
 */
@Injectable()
export class RebaseService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
    private readonly view: RebaseView,
    private readonly trail: Trail,
  ) {}

  /** What differs and what is proposed; nothing is written. @throws NotFound `scenario.unknown` */
  of(actor: Actor, scenarioId: number): Promise<Rebase> {
    return this.transactions.run(actor, async (manager) => {
      const scenario = await this.scenarios.found(manager, actor, scenarioId);
      if (scenario.state === 'applied') return { scenario, mark: '', conflicts: [], breaches: [] };
      const { input, conflicts, mark } = await this.look(manager, actor, scenarioId);
      const names = await this.names(manager, actor, input);
      const shown = conflicts.map((each, at) => ({
        ...{ what: each.what, choices: each.choices, proposal: each.proposal },
        key: keyOf(each, at),
        message: conflictWords(each, names),
      }));
      const facts = carriedFacts(input, conflicts.map(proposed));
      return { scenario, mark, conflicts: shown, breaches: breachesOf(facts) };
    });
  }

  /**
   * Makes the plan anew as a draft.
   *
   * @throws NotFound `scenario.unknown`; Conflict `scenario.changed-meanwhile`, `rebase.moved-on`, `scenario.name-taken`;
   *   RuleBroken `rebase.applied`, `rebase.nothing`, `rebase.breaches`; BadInput `rebase.undecided`, `rebase.no-choice`
   */
  make(actor: Actor, wish: RebaseWish): Promise<Scenario> {
    return this.transactions.run(actor, async (manager) => {
      const { scenarioId, version, name } = wish;
      const source = await this.scenarios.locked(manager, actor, { id: scenarioId, version });
      if (source.state === 'applied') throw applied(source);
      const { input, conflicts, mark } = await this.look(manager, actor, scenarioId);
      if (conflicts.length === 0) throw nothing(source);
      if (mark !== wish.mark) throw movedOn(source);
      const decided = decidedBy(conflicts, wish.choices);
      const facts = carriedFacts(input, decided);
      mustHold(facts);
      const description = wish.description ?? source.description;
      const { classification } = source;
      const draft = { name, description, classification, facts };
      const made = await this.scenarios.freeze(manager, actor, draft);
      await this.view.keepSetters(manager, actor, { from: scenarioId, to: made.id });
      await this.scenarios.touch(manager, actor, {
        id: scenarioId,
        what: `lập lại phương án này trên số liệu hiện tại thành "${name}"`,
      });
      await this.trail.record(manager, actor, {
        action: 'scenario.rebased',
        subject: `scenario/${made.id}`,
        details: { from: scenarioId, decided: countsOf(decided) },
      });
      return made;
    });
  }

  private async look(manager: EntityManager, actor: Actor, scenarioId: number): Promise<Looked> {
    const frozen = await this.scenarios.facts(manager, actor, scenarioId);
    const now = await this.view.now(manager, actor, frozen);
    const fromRoster = await this.view.fromRoster(manager, actor, scenarioId);
    const input = { frozen, now, fromRoster };
    const conflicts = rebaseConflicts(input);
    const facts = carriedFacts(input, conflicts.map(proposed));
    const mark = createHash('sha256')
      .update(JSON.stringify([hashOfFacts(facts), conflicts]))
      .digest('hex');
    return { input, conflicts, mark };
  }

  private async names(
    manager: EntityManager,
    actor: Actor,
    { frozen, now }: RebaseInput,
  ): Promise<ConflictNames> {
    const unnamed = await this.view.unnamedTitles(manager, actor);
    const pinned = new Map(
      [...frozen.pins, ...now.rosterPins].flatMap((pin) =>
        pin.kind === 'seat' ? [[pin.personKey, pin.positionCode] as const] : [],
      ),
    );
    const people = new Map(
      [...frozen.people, ...now.people].map((person) => [person.key, person.fullName]),
    );
    const closed = new Set(
      [...frozen.people, ...now.people]
        .filter(
          ({ key, positionCode }) =>
            unnamed.has(positionCode) || unnamed.has(pinned.get(key) ?? ''),
        )
        .map(({ key }) => key),
    );
    const units = new Map([...now.units, ...frozen.units].map(({ code, name }) => [code, name]));
    const positions = new Map(
      [...frozen.positions, ...now.positions].map(({ code, name }) => [code, name]),
    );
    return {
      person: (key) => (closed.has(key) ? null : (people.get(key) ?? null)),
      unit: (code) => units.get(code) ?? code,
      position: (code) => positions.get(code) ?? code,
    };
  }
}

function keyOf({ what }: RebaseConflict, at: number): string {
  return `${what}/${at}`;
}

function decidedBy(
  conflicts: readonly RebaseConflict[],
  choices: RebaseWish['choices'],
): Decided[] {
  const given = new Map(choices.map(({ key, choice }) => [key, choice]));
  const open: string[] = [];
  const decided = conflicts.flatMap((conflict, at): Decided[] => {
    const key = keyOf(conflict, at);
    const choice = given.get(key);
    if (choice === undefined) {
      open.push(key);
      return [];
    }
    if (!conflict.choices.includes(choice)) throw noChoice(key, choice);
    return [{ ...conflict, choice }];
  });
  if (open.length > 0) throw undecided(open);
  return decided;
}

function breachesOf(facts: ScenarioFacts): string[] {
  return planOfFacts(facts)
    .breaches.filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
}

function mustHold(facts: ScenarioFacts): void {
  const illegal = refusedPins(facts, facts.pins).length;
  const messages = [
    ...breachesOf(facts),
    ...(illegal > 0 ? [`${illegal} chỉ định trái quy định với các lựa chọn này.`] : []),
  ];
  if (messages.length === 0) return;
  throw new RuleBroken('rebase.breaches', `Chưa lập lại được: ${messages.join(' ')}`, { messages });
}

function countsOf(decided: readonly Decided[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { what, choice } of decided) {
    const key = `${what}: ${choice}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

function applied({ name }: Scenario): RuleBroken {
  return new RuleBroken(
    'rebase.applied',
    `Phương án "${name}" đã áp dụng nên không lập lại được. Hãy hoàn tác trước, hoặc lập phương án mới.`,
  );
}

function nothing({ name }: Scenario): RuleBroken {
  return new RuleBroken(
    'rebase.nothing',
    `Số liệu của phương án "${name}" vẫn như trong sổ; không có gì để lập lại.`,
  );
}

function movedOn({ name }: Scenario): Conflict {
  return new Conflict(
    'rebase.moved-on',
    `Sổ lại thay đổi từ khi bạn xem các điểm khác của phương án "${name}"; chưa ghi gì. Hãy xem lại rồi quyết định.`,
  );
}

function undecided(keys: readonly string[]): BadInput {
  return new BadInput(
    'rebase.undecided',
    `Còn ${keys.length} điểm khác chưa được quyết định; chưa ghi gì.`,
    { keys },
  );
}

function noChoice(key: string, choice: RebaseChoice): BadInput {
  return new BadInput(
    'rebase.no-choice',
    `Điểm ${key} không có cách xử lý "${choice}"; chưa ghi gì.`,
    { key, choice },
  );
}
