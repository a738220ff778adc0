import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hasClosedScope } from '../../access/fields/closed-scope.js';
import {
  type MergedPeople,
  mergedPeople,
  type MergerFilter,
} from '../../merger/merger-people.plan.js';
import { markOf } from '../../scenario/classification.js';
import type { ScenarioFacts } from '../../scenario/facts.js';
import type { Scenario } from '../../scenario/scenario.js';
import { ScenarioService } from '../../scenario/scenario.service.js';
import type { Actor } from '../../shared/actor.js';
import { Transactions } from '../../shared/transactions.js';
import { ListBook } from '../lists/list-book.js';
import type { ReportFile } from '../write-reports.js';
import { MergerNames } from './merger-names.js';
import { mergerPeopleSheet } from './merger-people-sheet.js';

/** Whom a merger takes along, of the people whom the actor sees. */
export interface MergerPeople extends MergedPeople {
  readonly scenario: Scenario;
  /** So many of the list are not named to the actor. */
  readonly closed: number;
  readonly names: MergerNames;
}

/** The people behind the figures of a merger. All methods throw NotFound `scenario.unknown`. */
@Injectable()
export class MergerPeopleService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
    private readonly book: ListBook,
  ) {}

  of(actor: Actor, scenarioId: number, filter: MergerFilter): Promise<MergerPeople> {
    return this.transactions.run(actor, async (manager) => {
      const scenario = await this.scenarios.found(manager, actor, scenarioId);
      const facts = await this.scenarios.facts(manager, actor, scenarioId);
      const hidden = await closedKeys(manager, scenario, facts);
      const isNamed = ({ key }: { readonly key: string }): boolean => !hidden.has(key);
      const listed = mergedPeople(facts, filter);
      const people = listed.people.filter(isNamed);
      return {
        ...{ scenario, people, sources: listed.sources, names: new MergerNames(facts) },
        // Searching for a name must not tell whether one of them has it.
        closed: filter.search === undefined ? listed.people.length - people.length : 0,
      };
    });
  }

  /** The list of a filter, whole. */
  async file(
    actor: Actor,
    scenarioId: number,
    { purpose, ...filter }: MergerFilter & { readonly purpose: string },
  ): Promise<ReportFile> {
    const listed = await this.of(actor, scenarioId, filter);
    return this.book.file(actor, purpose, {
      name: `nguoi-trong-sap-nhap-${scenarioId}`,
      title: `Người trong sáp nhập (${listed.scenario.name})`,
      subject: `scenario/${scenarioId}`,
      sheet: mergerPeopleSheet(listed, filter, this.book.notice()),
      mark: markOf(listed.scenario),
    });
  }
}

/**
 * Keys of people whom a plan that is not applied must not name to the actor: they hold, or are pinned to, a title that the
 * Party committee manages. The same as `closed_people` says of a run.
 */
async function closedKeys(
  manager: EntityManager,
  { state }: Pick<Scenario, 'state'>,
  { provinceCode, people, pins }: ScenarioFacts,
): Promise<ReadonlySet<string>> {
  if (state === 'applied' || (await hasClosedScope(manager))) return new Set();
  const rows = await manager.query<{ code: string }[]>(
    'SELECT DISTINCT code FROM positions WHERE province_code = $1 AND party_managed',
    [provinceCode],
  );
  const managed = new Set(rows.map(({ code }) => code));
  return new Set([
    ...people.filter(({ positionCode }) => managed.has(positionCode)).map(({ key }) => key),
    ...pins
      .filter((pin) => pin.kind === 'seat' && managed.has(pin.positionCode))
      .map(({ personKey }) => personKey),
  ]);
}
