import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../access/trail.js';
import { LawService } from '../law/law.service.js';
import { ScenarioStore } from '../scenario/scenario.store.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { NotFound } from '../shared/errors.js';
import { Transactions } from '../shared/transactions.js';
import { LetterCasesView, type LetterPlan } from './letter-cases.view.js';
import { LetterMaker, sha256 } from './letter-maker.js';
import { letterValues, numberOf, numberText } from './letter.rules.js';
import { LetterStore, type NewLetter, type Standing } from './letter.store.js';
import type { LetterCase, LetterFacts, LetterKind, NumberBlock } from './letter.js';
import { NumberBlockStore } from './number-block.store.js';
import {
  movementNotDecided,
  noPaperFor,
  notDecided,
  numberInBlock,
  otherYear,
  unknownBlock,
  usedUp,
} from './refusals.js';

/** So many are written in one transaction: what others wait for stays short, and what was done stays done. */
export const ISSUED_AT_ONCE = 200;

/** Papers of a plan, of all or of some. */
export interface PlanLetters {
  readonly scenarioId: number;
  readonly blockId: number;
  readonly issuedOn: Day;
  readonly staffIds: readonly number[] | null;
  readonly unitCode: string | null;
}

export interface Issued {
  readonly issued: number;
  /** Facts are as in the letter that stands: it was left as it is. */
  readonly unchanged: number;
  /** Still to be issued: ask again. */
  readonly left: number;
}

/** What letters are made from and where they are kept. */
@Injectable()
export class LetterDesk {
  constructor(
    readonly cases: LetterCasesView,
    readonly blocks: NumberBlockStore,
    readonly letters: LetterStore,
    readonly maker: LetterMaker,
    readonly scenarios: ScenarioStore,
  ) {}
}

interface Batch {
  readonly cases: readonly LetterCase[];
  readonly standing: ReadonlyMap<number, Standing>;
  readonly block: NumberBlock;
  readonly scenarioHash: string | null;
  readonly issuedOn: Day;
}

/** Numbers and writes papers; facts that are the same keep their paper and its number. */
@Injectable()
export class LetterIssueService {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: LetterDesk,
    private readonly law: LawService,
    private readonly trail: Trail,
  ) {}

  /**
   * Issues the next letters of a plan that are missing or no longer true, at most `ISSUED_AT_ONCE`.
   *
   * @throws NotFound `scenario.unknown`, `letter.unknown-block`; RuleBroken `letter.plan-not-decided`; Conflict
   * `letter.block-used-up`; BadInput `letter.other-year`
   */
  ofPlan(actor: Actor, asked: PlanLetters): Promise<Issued> {
    return this.transactions.run(actor, async (manager) => {
      const plan = await this.plan(manager, actor, asked.scenarioId);
      const block = await this.block(manager, actor, asked);
      const cases = await this.desk.cases.ofPlan(manager, actor, plan, asked);
      const { scenarioId } = plan;
      const standing = await this.desk.letters.current(manager, actor, {
        scenarioId,
        movementId: null,
      });
      const due = cases.filter(({ facts }) => isDue(facts, standing));
      const batch = { cases: due.slice(0, ISSUED_AT_ONCE), standing, block };
      const { issuedOn } = asked;
      await this.issue(manager, actor, { ...batch, scenarioHash: plan.factsHash, issuedOn });
      const issued = batch.cases.length;
      if (issued > 0)
        await this.trail.record(manager, actor, {
          action: 'letter.issued',
          subject: `scenario/${scenarioId}`,
          details: { blockId: block.id, letters: issued, from: block.next, issuedOn },
        });
      return { issued, unchanged: cases.length - due.length, left: due.length - issued };
    });
  }

  /**
   * The letter of a decided movement, under the movement's own number and day.
   *
   * @throws NotFound `movement.unknown`, `letter.unknown-block`; RuleBroken `letter.movement-not-decided`,
   * `letter.no-paper-for-kind`; Conflict `letter.number-in-block`
   */
  ofMovement(
    actor: Actor,
    { movementId, blockId }: { readonly movementId: number; readonly blockId: number },
  ): Promise<Issued> {
    return this.transactions.run(actor, async (manager) => {
      const movement = await this.desk.cases.movement(manager, actor, movementId);
      if (movement === null)
        throw new NotFound('movement.unknown', `Không có việc điều chuyển số ${movementId}.`, {
          id: movementId,
        });
      if (movement.state !== 'decided' || movement.decidedOn === null)
        throw movementNotDecided(movementId);
      const found = await this.desk.cases.ofMovement(manager, actor, movement);
      if (found === null) throw noPaperFor(movement.kind);
      const block = await this.desk.blocks.findLocked(manager, actor, blockId);
      if (block === null) throw unknownBlock(blockId);
      await this.mustBeFree(manager, actor, found);
      const standing = await this.desk.letters.current(manager, actor, {
        scenarioId: null,
        movementId,
      });
      const cases = isDue(found.facts, standing) ? [found] : [];
      const issuedOn = movement.decidedOn;
      await this.issue(manager, actor, { cases, standing, block, scenarioHash: null, issuedOn });
      if (cases.length > 0)
        await this.trail.record(manager, actor, {
          action: 'letter.issued',
          subject: `movement/${movementId}`,
          details: { blockId, letters: 1, issuedOn },
        });
      return { issued: cases.length, unchanged: 1 - cases.length, left: 0 };
    });
  }

  private async plan(manager: EntityManager, actor: Actor, id: number): Promise<LetterPlan> {
    const scenario = await this.desk.scenarios.findLocked(manager, actor, id);
    if (scenario === null)
      throw new NotFound('scenario.unknown', `Không có phương án số ${id}.`, { id });
    const { state, chosenRunId, factsHash, effectiveOn, classification } = scenario;
    if ((state !== 'approved' && state !== 'applied') || chosenRunId === null)
      throw notDecided(state);
    return { scenarioId: id, runId: chosenRunId, factsHash, effectiveOn, classification };
  }

  private async block(
    manager: EntityManager,
    actor: Actor,
    { blockId, issuedOn }: PlanLetters,
  ): Promise<NumberBlock> {
    const block = await this.desk.blocks.findLocked(manager, actor, blockId);
    if (block === null) throw unknownBlock(blockId);
    if (issuedOn.slice(0, 4) !== String(block.year)) throw otherYear(block, issuedOn);
    return block;
  }

  /** A number typed by hand that a block gives out too would be there twice. */
  private async mustBeFree(
    manager: EntityManager,
    actor: Actor,
    { ownNumber, ownDay }: LetterCase,
  ): Promise<void> {
    const typed = numberOf(ownNumber ?? '');
    if (typed === null || ownDay === null) return;
    const year = Number(ownDay.slice(0, 4));
    const holder = await this.desk.blocks.findHolding(manager, actor, { ...typed, year });
    if (holder !== null) throw numberInBlock(ownNumber ?? '');
  }

  private async issue(
    manager: EntityManager,
    actor: Actor,
    { cases, standing, block, scenarioHash, issuedOn }: Batch,
  ): Promise<void> {
    const numbered = cases.filter(({ ownNumber }) => ownNumber === null).length;
    const free = block.last + 1 - block.next;
    if (numbered > free) throw usedUp(block, numbered - free);
    const shelf = this.desk.maker.shelf(manager, actor);
    const lawBases = await this.lawBases(manager, actor, issuedOn);
    let next = block.next;
    const letters: NewLetter[] = [];
    for (const { facts, source, ownNumber, bases } of cases) {
      const number = ownNumber === null ? next++ : null;
      const text = ownNumber ?? numberText(number ?? 0, block.symbol);
      const replaced = standing.get(facts.staffId) ?? null;
      const fields = letterValues(facts, {
        ...{ numberText: text, issuedOn, issuer: block.issuer, replaced },
        bases: [...bases, ...lawBases[facts.kind]],
      });
      const made = await this.desk.maker.make(shelf, facts.kind, fields);
      letters.push({
        ...{ ...source, kind: facts.kind, staffId: facts.staffId, scenarioHash, blockId: block.id },
        ...{ number, numberText: text, issuedOn, fields, factsHash: hashOf(facts) },
        ...{ templateVersion: made.templateVersion, file: made.file, letterHash: made.hash },
        replaces: replaced?.id ?? null,
      });
    }
    await this.desk.letters.replace(
      manager,
      actor,
      letters.flatMap(({ replaces }) => replaces ?? []),
    );
    await this.desk.letters.insert(manager, actor, letters);
    if (next !== block.next) await this.desk.blocks.setNext(manager, actor, { id: block.id, next });
  }

  private async lawBases(
    manager: EntityManager,
    actor: Actor,
    day: Day,
  ): Promise<Readonly<Record<LetterKind, readonly string[]>>> {
    const { values } = await this.law.parametersOn(manager, actor.provinceCode, day);
    const of = (kind: LetterKind): readonly string[] => {
      const value = values[`letter.bases.${kind}`];
      return Array.isArray(value) ? value.map(String) : [];
    };
    return {
      transfer: of('transfer'),
      secondment: of('secondment'),
      appointment: of('appointment'),
      leaving: of('leaving'),
    };
  }
}

/** SHA-256 of what the database says of a decision; number, day and signer do not count. */
export function hashOf({ staffId: _staffId, ...facts }: LetterFacts): string {
  return sha256(JSON.stringify(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))));
}

function isDue(facts: LetterFacts, standing: ReadonlyMap<number, Standing>): boolean {
  return standing.get(facts.staffId)?.factsHash !== hashOf(facts);
}
