import type { INestApplicationContext } from '@nestjs/common';
import { AgreementService } from '../../src/decision/agreement/agreement.service.js';
import { ApplicationService } from '../../src/decision/application.service.js';
import { ApprovalService } from '../../src/decision/approval.service.js';
import { PersonActsService } from '../../src/decision/person/person-acts.service.js';
import { PersonStatesService } from '../../src/decision/person/person-states.service.js';
import { RebaseService } from '../../src/decision/rebase/rebase.service.js';
import { PersonEventService } from '../../src/movement/event/person-event.service.js';
import { MovementService } from '../../src/movement/movement.service.js';
import { PinsService } from '../../src/placement/pinning/pins.service.js';
import { PlacementService } from '../../src/placement/placement.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import type { Actor } from '../../src/shared/actor.js';
import { AppError } from '../../src/shared/errors.js';
import { Stages } from '../../src/terminal/stages.js';
import { WholeJob } from '../../src/terminal/whole-job.js';
import { openApp, registryDump, SMALL_ACTOR, type Dump } from './demo-sources-app.js';
import { SMALL_PROVINCE, smallSources, TWO_COMMUNES } from './demo-sources.js';
import { SMALL_PEOPLE, smallRoster } from './demo-sources-roster.js';
import type { FreshDatabase } from './fresh-database.js';
import { signedIn } from './signed-in.js';

/** Two who are not at work, and one more than there are seats. */
const PEOPLE = [
  ...SMALL_PEOPLE,
  { ...SMALL_PEOPLE[0], number: '012085000006', name: 'Lò Thị Sáu', conditions: 'Nghỉ thai sản' },
  { ...SMALL_PEOPLE[2], number: '012085000007', name: 'Lò Văn Bảy' },
  { ...SMALL_PEOPLE[2], number: '012085000008', name: 'Lò Văn Tám' },
];

/** What was done to the registry and is not undone, the oldest first. */
export interface Done {
  readonly what: 'plan' | 'move' | 'event';
  readonly id: number;
}

/** The program over a small province whose merger is not carried out yet, and the plan that a sequence of acts works on. */
export class DecisionWorld {
  /** The plan of now; made anew it is another. */
  planId = 0;
  readonly done: Done[] = [];
  /** What follows an application goes by it. */
  turn = 0;
  private count = 0;

  private constructor(
    readonly database: FreshDatabase,
    readonly app: INestApplicationContext,
    private readonly baseId: number,
    readonly officers: readonly [Actor, Actor],
    readonly staffIds: readonly number[],
    readonly untouched: Dump,
  ) {}

  static async open(database: FreshDatabase): Promise<DecisionWorld> {
    const app = await openApp(database);
    const sources = await smallSources([await smallRoster(PEOPLE)], TWO_COMMUNES);
    const job = await app.get(WholeJob).run(SMALL_ACTOR, sources, new Stages());
    const { id: scenarioId } = job.asItWas.scenario;
    const { version } = await app.get(ScenarioService).get(SMALL_ACTOR, scenarioId);
    await app.get(ApplicationService).takeBack(SMALL_ACTOR, { scenarioId, version });
    const given = { provinceCode: SMALL_PROVINCE };
    const officer = () => signedIn(database.transactions, 'officer', given);
    const people = await database.query<{ id: number }[]>('SELECT id FROM staff ORDER BY key');
    return new DecisionWorld(
      database,
      app,
      job.couldHaveBeen.id,
      [await officer(), await officer()],
      people.map(({ id }) => Number(id)),
      await registryDump(database),
    );
  }

  readonly agreements = (): AgreementService => this.app.get(AgreementService);
  readonly approval = (): ApprovalService => this.app.get(ApprovalService);
  readonly application = (): ApplicationService => this.app.get(ApplicationService);
  readonly acts = (): PersonActsService => this.app.get(PersonActsService);
  readonly states = (): PersonStatesService => this.app.get(PersonStatesService);
  readonly rebase = (): RebaseService => this.app.get(RebaseService);
  readonly moves = (): MovementService => this.app.get(MovementService);
  readonly events = (): PersonEventService => this.app.get(PersonEventService);
  readonly pins = (): PinsService => this.app.get(PinsService);
  readonly placement = (): PlacementService => this.app.get(PlacementService);
  readonly scenarios = (): ScenarioService => this.app.get(ScenarioService);

  plan(): Promise<Scenario> {
    return this.scenarios().get(SMALL_ACTOR, this.planId);
  }

  /** A name that no plan has yet. */
  name(): string {
    return `Phương án thử ${++this.count}`;
  }

  /** A fresh draft on the registry as it was loaded. */
  async begin(): Promise<void> {
    const copy = { id: this.baseId, name: this.name(), description: '' };
    this.planId = (await this.scenarios().copy(SMALL_ACTOR, copy)).id;
  }

  /** All that was done is undone, the newest first, by the program's own ways back. */
  async undoAll(): Promise<void> {
    for (;;) {
      const last = this.done.pop();
      if (last === undefined) return;
      await this.undo(last);
    }
  }

  async undo({ what, id }: Done): Promise<void> {
    if (what === 'move') await this.moves().takeBack(SMALL_ACTOR, id);
    else if (what === 'event') await this.events().takeBack(SMALL_ACTOR, id);
    else {
      const { version } = await this.scenarios().get(SMALL_ACTOR, id);
      await this.application().takeBack(SMALL_ACTOR, { scenarioId: id, version });
    }
  }

  forget(undone: Done): void {
    const at = this.done.findIndex(({ what, id }) => what === undone.what && id === undone.id);
    if (at >= 0) this.done.splice(at, 1);
  }
}

/** The code of the refusal, null where it was done. Anything else is a bug and is thrown. */
export async function outcomeOf(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
