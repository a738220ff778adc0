import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LawService } from '../../law/law.service.js';
import { usedParameters, type UsedParameter } from '../../law/used-parameters.js';
import { wholeNumberOf } from '../../rules/parameters.js';
import type { Actor } from '../../shared/actor.js';
import { NotFound } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { SourceReport } from '../limits/source-report.js';
import type { ReportedRun } from '../report-data.js';
import { findRun } from '../report.view.js';
import type { ReportFile } from '../write-reports.js';
import { treatmentOf, type TreatedDimension } from './treatment.plan.js';
import { treatmentSheets } from './treatment-sheets.js';
import { findTreated } from './treatment.view.js';

const SMALLEST = 'personal-data.smallest-count';

export interface Treatment {
  readonly dimensions: readonly TreatedDimension[];
  readonly people: number;
  /** Counts below it are hidden. */
  readonly smallest: number;
  readonly parameters: readonly UsedParameter[];
}

/** How a run treats groups of people, without a line about anybody. */
@Injectable()
export class TreatmentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly law: LawService,
    private readonly reports: SourceReport,
  ) {}

  /** @throws NotFound `report.unknown-run` */
  of(actor: Actor, runId: number): Promise<Treatment> {
    return this.transactions.run(actor, async (manager) => {
      const run = await findRun(manager, actor.provinceCode, runId);
      if (run === null)
        throw new NotFound('report.unknown-run', `Không có lần chạy số ${runId}.`, { run: runId });
      return this.read(manager, actor, run);
    });
  }

  /** @throws NotFound `report.unknown-run` */
  file(actor: Actor, runId: number, purpose: string): Promise<ReportFile> {
    return this.reports.file(
      actor,
      { source: { run: runId }, purpose },
      {
        ascii: 'doi-xu-binh-dang',
        title: 'Đối xử bình đẳng',
        make: async (manager, notice) => {
          const run = await findRun(manager, actor.provinceCode, runId);
          if (run === null) throw new Error('a run that was there is gone');
          const treatment = await this.read(manager, actor, run);
          return { sheets: treatmentSheets(treatment, notice), people: 0 };
        },
      },
    );
  }

  private async read(manager: EntityManager, actor: Actor, run: ReportedRun): Promise<Treatment> {
    const { effectiveOn, rulesOn } = run;
    const law = await this.law.parametersOn(manager, actor.provinceCode, rulesOn);
    const smallest = wholeNumberOf(law.values, SMALLEST);
    const people = await findTreated(manager, actor, run.id);
    return {
      dimensions: treatmentOf(people, { on: effectiveOn, smallest }),
      ...{ people: people.length, smallest, parameters: usedParameters(law, [SMALLEST]) },
    };
  }
}
