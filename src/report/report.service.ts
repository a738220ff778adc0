import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../access/trail.js';
import { findSummary } from '../gap/gap-summary.view.js';
import { findCells } from '../gap/gap.view.js';
import { positionsOn } from '../placement/cells.js';
import { Territory } from '../placement/territory.js';
import { ScenarioService } from '../scenario/scenario.service.js';
import type { Actor } from '../shared/actor.js';
import { NotFound } from '../shared/errors.js';
import { Transactions } from '../shared/transactions.js';
import { plannedPeople } from './plan-rows.js';
import type { ReportedRun, RunReport } from './report-data.js';
import { ReportSettings } from './report-settings.js';
import { findFieldNames, findProposals, findRun } from './report.view.js';
import { surplusRows } from './surplus-rows.js';
import { writeReport, writeReports, type ReportFile, type ReportKind } from './write-reports.js';

/** Workbooks of a run: read in one transaction that also records the export, written after it. */
@Injectable()
export class ReportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
    private readonly trail: Trail,
    private readonly settings: ReportSettings,
  ) {}

  /** @throws NotFound `report.unknown-run` */
  async file(actor: Actor, kind: ReportKind, runId: number): Promise<ReportFile> {
    return writeReport(kind, await this.read(actor, runId, [kind]));
  }

  /** The plan, the gap and the surplus list. @throws NotFound `report.unknown-run` */
  async files(actor: Actor, runId: number): Promise<ReportFile[]> {
    return writeReports(await this.read(actor, runId, ['plan', 'gap', 'surplus']));
  }

  private read(actor: Actor, runId: number, kinds: readonly ReportKind[]): Promise<RunReport> {
    return this.transactions.run(actor, async (manager) => {
      const run = await findRun(manager, actor.provinceCode, runId);
      if (run === null)
        throw new NotFound('report.unknown-run', `Không có lần chạy số ${runId}.`, { run: runId });
      const report = await this.reportOf(manager, actor, run);
      for (const kind of kinds) {
        await this.trail.record(manager, actor, {
          action: 'report.exported',
          subject: `run/${runId}`,
          details: { report: kind, people: peopleIn(kind, report) },
        });
      }
      return report;
    });
  }

  private async reportOf(
    manager: EntityManager,
    actor: Actor,
    run: ReportedRun,
  ): Promise<RunReport> {
    const { provinceCode } = actor;
    const source = { run: run.id };
    const facts = await this.scenarios.facts(manager, actor, run.scenarioId);
    const planned = plannedPeople(facts, await findProposals(manager, provinceCode, run.id));
    const cells = await findCells(manager, provinceCode, source);
    const roots = new Territory(facts).roots;
    return {
      run,
      demo: this.settings.demo,
      people: planned.map(({ row }) => row),
      surplus: surplusRows(facts, planned, cells),
      cells,
      summary: await findSummary(manager, provinceCode, source, 'government'),
      communeNames: new Map(roots.map(({ code, name }) => [code, name])),
      positions: positionsOn(facts, facts.effectiveOn),
      fieldNames: await findFieldNames(manager),
    };
  }
}

/** How many people a workbook names. */
function peopleIn(kind: ReportKind, report: RunReport): number {
  switch (kind) {
    case 'plan':
      return report.people.length;
    case 'gap':
      return 0;
    case 'surplus':
      return report.surplus.length;
  }
}
