import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LawService } from '../../law/law.service.js';
import { usedParameters, type UsedParameter } from '../../law/used-parameters.js';
import { findRunNames, type RunNames } from '../../placement/run-names.js';
import type { Actor } from '../../shared/actor.js';
import { NotFound } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { SourceReport } from '../limits/source-report.js';
import type { ReportedRun } from '../report-data.js';
import { findRun } from '../report.view.js';
import type { ReportFile } from '../write-reports.js';
import {
  type ListedPerson,
  type PeopleOfRun,
  type WishFilter,
  wishPeople,
} from './wish-people.plan.js';
import { wishFilterWords, wishPeopleSheet } from './wish-people-sheet.js';
import { type WishReport, wishReport } from './wishes.plan.js';
import { wishesSheets } from './wishes-sheets.js';
import { findWished } from './wishes.view.js';

const KEYS = [
  'placement.wish-cost.second',
  'placement.wish-cost.third',
  'placement.wish-cost.unmet',
];

export interface Wishes extends WishReport {
  /** People of the run who wished for nothing. */
  readonly silent: number;
  readonly names: RunNames;
  readonly parameters: readonly UsedParameter[];
}

/** Those whom a list leaves, in its order. */
export interface WishedPeople {
  readonly people: readonly ListedPerson[];
  readonly names: RunNames;
}

interface Read extends PeopleOfRun {
  readonly run: ReportedRun;
  readonly names: RunNames;
}

/** How a run serves wishes, of the people whom the actor sees. All methods throw NotFound `report.unknown-run`. */
@Injectable()
export class WishesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly law: LawService,
    private readonly reports: SourceReport,
  ) {}

  of(actor: Actor, runId: number): Promise<Wishes> {
    return this.transactions.run(actor, async (manager) =>
      this.told(manager, actor, await this.read(manager, actor, runId)),
    );
  }

  /** Who wished for what, and what each got. */
  people(actor: Actor, runId: number, filter: WishFilter): Promise<WishedPeople> {
    return this.transactions.run(actor, async (manager) => {
      const { names, ...read } = await this.read(manager, actor, runId);
      return { people: wishPeople(read, filter), names };
    });
  }

  file(actor: Actor, runId: number, purpose: string): Promise<ReportFile> {
    return this.reports.file(
      actor,
      { source: { run: runId }, purpose },
      {
        ...{ ascii: 'nguyen-vong', title: 'Nguyện vọng' },
        make: async (manager, notice) => {
          const wishes = await this.told(manager, actor, await this.read(manager, actor, runId));
          const sheets = wishesSheets(wishes, { names: wishes.names, notice });
          return { sheets, people: wishes.worstPeople.length };
        },
      },
    );
  }

  /** The list of a filter, whole. */
  peopleFile(
    actor: Actor,
    { run, ...filter }: WishFilter & { readonly run: number },
    purpose: string,
  ): Promise<ReportFile> {
    return this.reports.file(
      actor,
      { source: { run }, purpose },
      {
        ...{ ascii: 'nguyen-vong-tung-nguoi', title: 'Nguyện vọng từng người' },
        make: async (manager, notice) => {
          const { names, ...read } = await this.read(manager, actor, run);
          const listed = wishPeople(read, filter);
          const only = wishFilterWords(filter, names);
          const told = only === null ? notice : [...notice, `Chỉ những người được lọc: ${only}.`];
          const sheets = [wishPeopleSheet(listed, { names, notice: told })];
          return { sheets, people: listed.length };
        },
      },
    );
  }

  private async read(manager: EntityManager, actor: Actor, runId: number): Promise<Read> {
    const run = await findRun(manager, actor.provinceCode, runId);
    if (run === null)
      throw new NotFound('report.unknown-run', `Không có lần chạy số ${runId}.`, { run: runId });
    const names = await findRunNames(manager, actor.provinceCode, runId);
    return { run, names, ...(await findWished(manager, actor, { runId, names })) };
  }

  private async told(
    manager: EntityManager,
    actor: Actor,
    { run, names, people, silent }: Read,
  ): Promise<Wishes> {
    const law = await this.law.parametersOn(manager, actor.provinceCode, run.rulesOn);
    return {
      ...wishReport(people),
      silent: silent.length,
      names,
      parameters: usedParameters(law, KEYS),
    };
  }
}
