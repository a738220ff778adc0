import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ScenarioStore } from '../scenario/scenario.store.js';
import type { Actor } from '../shared/actor.js';
import { AppError } from '../shared/errors.js';
import { Transactions } from '../shared/transactions.js';
import { BASES } from './letter-fields.js';
import { LetterCasesView } from './letter-cases.view.js';
import { hashOf } from './letter-issue.service.js';
import { LetterMaker, sha256, type TemplateShelf } from './letter-maker.js';
import { differingFields, letterValues, numberText } from './letter.rules.js';
import { LetterStore, type StoredLetter } from './letter.store.js';
import type { LetterCase, NumberBlock } from './letter.js';
import { NumberBlockStore } from './number-block.store.js';

/** What can be wrong with a stored letter. */
export const LETTER_FAULTS = ['hash', 'text', 'fields', 'facts-changed', 'source-gone'] as const;
export type LetterFaultCode = (typeof LETTER_FAULTS)[number];

export interface LetterFault {
  readonly letterId: number;
  readonly numberText: string;
  readonly code: LetterFaultCode;
  /** Names of fields, or the paragraph that differs; never what stands in them. */
  readonly where: readonly string[];
}

export interface Checked {
  readonly letters: number;
  readonly faults: readonly LetterFault[];
}

interface Scope {
  readonly scenarioId: number | null;
  readonly movementId: number | null;
}

/** What the letters are compared with. */
interface Truth {
  readonly cases: ReadonlyMap<string, LetterCase>;
  readonly blocks: ReadonlyMap<number, NumberBlock>;
  readonly shelf: TemplateShelf;
}

const READ_AT_ONCE = 200;

/** What the checker reads. */
@Injectable()
export class CheckDesk {
  constructor(
    readonly cases: LetterCasesView,
    readonly letters: LetterStore,
    readonly blocks: NumberBlockStore,
    readonly scenarios: ScenarioStore,
  ) {}
}

/** Reads every letter that stands back from its bytes and compares each field with the database. */
@Injectable()
export class LetterCheckService {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: CheckDesk,
    private readonly maker: LetterMaker,
  ) {}

  /** A part at a time, so that others are not kept waiting. */
  async check(actor: Actor, scope: Scope): Promise<Checked> {
    const faults: LetterFault[] = [];
    let letters = 0;
    for (let after = 0; ;) {
      const part = await this.part(actor, scope, after);
      faults.push(...part.faults);
      letters += part.letters;
      if (part.last === null) return { letters, faults };
      after = part.last;
    }
  }

  private part(
    actor: Actor,
    scope: Scope,
    after: number,
  ): Promise<Checked & { readonly last: number | null }> {
    return this.transactions.run(actor, async (manager) => {
      const filter = { ...scope, all: false, search: '', after, limit: READ_AT_ONCE };
      const letters = await this.desk.letters.files(manager, actor, filter);
      const truth: Truth = {
        cases: await this.casesOf(manager, actor, letters),
        blocks: new Map(
          (await this.desk.blocks.list(manager, actor)).map((block) => [block.id, block]),
        ),
        shelf: this.maker.shelf(manager, actor),
      };
      const faults: LetterFault[] = [];
      for (const letter of letters) faults.push(...(await this.faultsOf(letter, truth)));
      const last = letters.length < READ_AT_ONCE ? null : (letters.at(-1)?.id ?? null);
      return { letters: letters.length, faults, last };
    });
  }

  private async casesOf(
    manager: EntityManager,
    actor: Actor,
    letters: readonly StoredLetter[],
  ): Promise<Map<string, LetterCase>> {
    const cases = new Map<string, LetterCase>();
    const plans = new Set(letters.flatMap(({ scenarioId }) => scenarioId ?? []));
    for (const scenarioId of plans) {
      const scenario = await this.desk.scenarios.find(manager, actor, scenarioId);
      if (scenario === null || scenario.chosenRunId === null) continue;
      if (scenario.state !== 'approved' && scenario.state !== 'applied') continue;
      const plan = { ...scenario, scenarioId, runId: scenario.chosenRunId };
      const staffIds = letters.flatMap((each) =>
        each.scenarioId === scenarioId ? each.staffId : [],
      );
      for (const each of await this.desk.cases.ofPlan(manager, actor, plan, {
        staffIds,
        unitCode: null,
      }))
        cases.set(keyOf({ ...each.source, staffId: each.facts.staffId }), each);
    }
    for (const { movementId, staffId } of letters) {
      if (movementId === null) continue;
      const movement = await this.desk.cases.movement(manager, actor, movementId);
      if (movement?.state !== 'decided') continue;
      const found = await this.desk.cases.ofMovement(manager, actor, movement);
      if (found !== null) cases.set(keyOf({ scenarioId: null, movementId, staffId }), found);
    }
    return cases;
  }

  private async faultsOf(
    letter: StoredLetter & { readonly file: Buffer },
    { cases, blocks, shelf }: Truth,
  ): Promise<LetterFault[]> {
    const fault = (code: LetterFaultCode, where: readonly string[] = []): LetterFault => ({
      ...{ letterId: letter.id, numberText: letter.numberText, code, where },
    });
    const faults: LetterFault[] = [];
    if (sha256(letter.file) !== letter.letterHash) faults.push(fault('hash'));
    const wrong = await this.misread(letter, shelf);
    if (wrong !== null) faults.push(fault('text', [wrong]));
    const truth = cases.get(keyOf(letter));
    if (truth === undefined) return [...faults, fault('source-gone')];
    if (hashOf(truth.facts) !== letter.factsHash) return [...faults, fault('facts-changed')];
    const block = blocks.get(letter.blockId);
    if (block === undefined) return [...faults, fault('fields', ['block'])];
    const differing = differingFields(expectedOf(letter, truth, block), {
      ...letter.fields,
      // What is replaced and what law was cited belong to the day of issue.
      ...{ thay_the: '', [BASES]: [] },
    });
    return differing.length === 0 ? faults : [...faults, fault('fields', differing)];
  }

  /** A file that is no document any more cannot be read: that is a fault, and no refusal. */
  private async misread(
    letter: StoredLetter & { readonly file: Buffer },
    shelf: TemplateShelf,
  ): Promise<string | null> {
    const { kind, templateVersion, fields: values, file } = letter;
    await shelf.get(kind, templateVersion);
    try {
      const at = await this.maker.misread(shelf, { kind, templateVersion, values, file });
      return at === null ? null : `đoạn ${at}`;
    } catch (error) {
      if (error instanceof AppError) return 'tệp';
      throw error;
    }
  }
}

function expectedOf(
  letter: StoredLetter,
  { facts, ownNumber, ownDay }: LetterCase,
  block: NumberBlock,
) {
  return letterValues(facts, {
    numberText: ownNumber ?? numberText(letter.number ?? 0, block.symbol),
    issuedOn: ownDay ?? letter.issuedOn,
    issuer: block.issuer,
    ...{ bases: [], replaced: null },
  });
}

function keyOf({
  scenarioId,
  movementId,
  staffId,
}: Pick<StoredLetter, 'scenarioId' | 'movementId' | 'staffId'>): string {
  return `${scenarioId ?? 'm'}/${movementId ?? 's'}/${staffId}`;
}
