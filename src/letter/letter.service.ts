import { Injectable } from '@nestjs/common';
import { stampOf } from '../access/stamp.js';
import { Trail } from '../access/trail.js';
import { markOf } from '../scenario/classification.js';
import { ScenarioStore } from '../scenario/scenario.store.js';
import type { Actor } from '../shared/actor.js';
import { Clock } from '../shared/clock.js';
import { Transactions } from '../shared/transactions.js';
import { fileNameOf, zipOf } from './letter-zip.js';
import type { NumberBlock } from './letter.js';
import { LetterStore, type LetterFilter, type StoredLetter } from './letter.store.js';
import { NumberBlockStore } from './number-block.store.js';
import { tooMany, unknownLetter } from './refusals.js';

const READ_AT_ONCE = 200;
/** The letters of a province in one file, and more. */
const MOST_IN_ZIP = 10_000;

export interface LetterFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Where letters, their numbers and plans are kept. */
@Injectable()
export class LetterShelf {
  constructor(
    readonly letters: LetterStore,
    readonly blocks: NumberBlockStore,
    readonly plans: ScenarioStore,
    readonly clock: Clock,
  ) {}
}

/** Blocks of numbers, and letters as they were issued. */
@Injectable()
export class LetterService {
  constructor(
    private readonly transactions: Transactions,
    private readonly shelf: LetterShelf,
    private readonly trail: Trail,
  ) {}

  /** Of people whom the actor may see. */
  list(
    actor: Actor,
    filter: LetterFilter & { readonly offset: number; readonly limit: number },
  ): Promise<{ total: number; items: StoredLetter[] }> {
    return this.transactions.run(actor, (manager) =>
      this.shelf.letters.page(manager, actor, filter),
    );
  }

  /** All of a filter, without their files, the newest first. */
  all(actor: Actor, filter: LetterFilter): Promise<StoredLetter[]> {
    return this.transactions.run(actor, async (manager) => {
      const whole = { ...filter, offset: 0, limit: null };
      return (await this.shelf.letters.page(manager, actor, whole)).items;
    });
  }

  numberBlocks(actor: Actor): Promise<NumberBlock[]> {
    return this.transactions.run(actor, (manager) => this.shelf.blocks.list(manager, actor));
  }

  /** @throws Conflict `letter.block-overlaps` */
  openBlock(actor: Actor, block: Omit<NumberBlock, 'id' | 'next'>): Promise<number> {
    return this.transactions.run(actor, async (manager) => {
      const id = await this.shelf.blocks.add(manager, actor, block);
      const { year, symbol, first, last } = block;
      await this.trail.record(manager, actor, {
        action: 'letter.block-opened',
        subject: `number-block/${id}`,
        details: { year, symbol, first, last },
      });
      return id;
    });
  }

  /** One letter as it was issued. @throws NotFound `letter.unknown` */
  file(actor: Actor, id: number, purpose: string): Promise<LetterFile> {
    return this.transactions.run(actor, async (manager) => {
      const letter = await this.shelf.letters.file(manager, actor, id);
      if (letter === null) throw unknownLetter(id);
      await this.trail.record(manager, actor, {
        action: 'letter.exported',
        subject: `person/${letter.staffId}`,
        kind: 'export',
        why: purpose,
        details: { letter: id, letters: 1, people: 1 },
      });
      return { name: fileNameOf(letter), bytes: letter.file };
    });
  }

  /** All letters of a filter, to the byte, with their manifest. @throws BadInput `letter.too-many` */
  async zip(actor: Actor, filter: LetterFilter, purpose: string): Promise<LetterFile> {
    const letters: (StoredLetter & { readonly file: Buffer })[] = [];
    for (;;) {
      const part = { ...filter, after: letters.at(-1)?.id ?? 0, limit: READ_AT_ONCE };
      const read = await this.transactions.run(actor, (manager) =>
        this.shelf.letters.files(manager, actor, part),
      );
      letters.push(...read);
      if (letters.length > MOST_IN_ZIP) throw tooMany(MOST_IN_ZIP);
      if (read.length < READ_AT_ONCE) break;
    }
    const subject = filter.scenarioId === null ? 'letters' : `scenario/${filter.scenarioId}`;
    const mark = await this.transactions.run(actor, async (manager) => {
      await this.trail.record(manager, actor, {
        ...{ action: 'letter.exported', subject, kind: 'export', why: purpose },
        details: { letters: letters.length, people: letters.length },
      });
      const { scenarioId } = filter;
      const plan =
        scenarioId === null ? null : await this.shelf.plans.find(manager, actor, scenarioId);
      return plan === null ? null : markOf(plan);
    });
    const stamp = stampOf(mark, { actor, at: this.shelf.clock.now(), purpose });
    return { name: 'quyet-dinh.zip', bytes: await zipOf(letters, stamp) };
  }
}
