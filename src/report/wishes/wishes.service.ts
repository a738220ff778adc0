import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LawService } from '../../law/law.service.js';
import { usedParameters, type UsedParameter } from '../../law/used-parameters.js';
import { findRunNames, type RunNames } from '../../placement/run-names.js';
import type { Actor } from '../../shared/actor.js';
import { NotFound } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { SourceReport } from '../limits/source-report.js';
import { findRun } from '../report.view.js';
import type { ReportFile } from '../write-reports.js';
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

/** How a run serves wishes, of the people whom the actor sees. */
@Injectable()
export class WishesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly law: LawService,
    private readonly reports: SourceReport,
  ) {}

  /** @throws NotFound `report.unknown-run` */
  of(actor: Actor, runId: number): Promise<Wishes> {
    return this.transactions.run(actor, (manager) => this.read(manager, actor, runId));
  }

  /** @throws NotFound `report.unknown-run` */
  file(actor: Actor, runId: number, purpose: string): Promise<ReportFile> {
    return this.reports.file(
      actor,
      { source: { run: runId }, purpose },
      {
        ...{ ascii: 'nguyen-vong', title: 'Nguyện vọng' },
        make: async (manager, notice) => {
          const wishes = await this.read(manager, actor, runId);
          const sheets = wishesSheets(wishes, { names: wishes.names, notice });
          return { sheets, people: wishes.worstPeople.length };
        },
      },
    );
  }

  private async read(manager: EntityManager, actor: Actor, runId: number): Promise<Wishes> {
    const run = await findRun(manager, actor.provinceCode, runId);
    if (run === null)
      throw new NotFound('report.unknown-run', `Không có lần chạy số ${runId}.`, { run: runId });
    const law = await this.law.parametersOn(manager, actor.provinceCode, run.rulesOn);
    const names = await findRunNames(manager, actor.provinceCode, runId);
    const { people, silent } = await findWished(manager, actor, { runId, names });
    return { ...wishReport(people), silent, names, parameters: usedParameters(law, KEYS) };
  }
}
