import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ScenarioStore } from '../scenario/scenario.store.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { LetterCasesView } from './letter-cases.view.js';
import { LetterStore } from './letter.store.js';
import { PAPERS_OF_MOVEMENTS, type LetterKind, type LetterSource } from './letter.js';

/** A decision that stands and has no paper yet. */
export interface UnwrittenLetter {
  readonly source: LetterSource;
  readonly staffId: number;
  /** Empty for somebody outside the actor's scope. */
  readonly fullName: string;
  readonly kind: LetterKind;
  /** The paper of a movement bears the day of its decision; null = a plan's bears the day of writing. */
  readonly decidedOn: Day | null;
}

/** What is decided and still to be written: by approved plans, then by single movements, in the order of numbers. */
@Injectable()
export class UnwrittenLetters {
  constructor(
    private readonly cases: LetterCasesView,
    private readonly letters: LetterStore,
    private readonly scenarios: ScenarioStore,
  ) {}

  async find(manager: EntityManager, actor: Actor): Promise<UnwrittenLetter[]> {
    const found: UnwrittenLetter[] = [];
    for (const scenario of await this.scenarios.list(manager, actor))
      found.push(...(await this.ofPlan(manager, actor, scenario)));
    return [...found, ...(await findMovements(manager, actor))];
  }

  private async ofPlan(
    manager: EntityManager,
    actor: Actor,
    { id: scenarioId, state, chosenRunId: runId, ...plan }: Scenario,
  ): Promise<UnwrittenLetter[]> {
    if ((state !== 'approved' && state !== 'applied') || runId === null) return [];
    const everybody = { staffIds: null, unitCode: null };
    const cases = await this.cases.ofPlan(
      manager,
      actor,
      { scenarioId, runId, ...plan },
      everybody,
    );
    const written = await this.letters.current(manager, actor, { scenarioId, movementId: null });
    return cases
      .filter(({ facts }) => !written.has(facts.staffId))
      .map(({ facts: { staffId, fullName, kind }, source }) => ({
        ...{ source, staffId, fullName, kind, decidedOn: null },
      }));
  }
}

async function findMovements(manager: EntityManager, actor: Actor): Promise<UnwrittenLetter[]> {
  const papers = Object.entries(PAPERS_OF_MOVEMENTS);
  const rows = await manager.query<
    (Omit<UnwrittenLetter, 'source'> & { readonly movementId: number })[]
  >(
    `SELECT m.id AS "movementId", m.staff_id AS "staffId", coalesce(s.full_name, '') AS "fullName", paper.kind,
       m.decided_on::text AS "decidedOn"
     FROM movements m
     JOIN unnest($2::text[], $3::text[]) AS paper (movement, kind) ON paper.movement = m.kind
     LEFT JOIN staff s ON s.province_code = m.province_code AND s.id = m.staff_id
     WHERE m.province_code = $1 AND m.state = 'decided' AND m.decided_on IS NOT NULL AND NOT EXISTS (
       SELECT FROM letters l WHERE l.province_code = m.province_code AND l.movement_id = m.id AND l.is_current)
     ORDER BY m.id`,
    [actor.provinceCode, papers.map(([kind]) => kind), papers.map(([, { kind }]) => kind)],
  );
  return rows.map(({ movementId, ...row }) => ({
    ...row,
    source: { scenarioId: null, movementId },
  }));
}
