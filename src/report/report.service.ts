import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { stampOf } from '../access/stamp.js';
import { Trail } from '../access/trail.js';
import { findSummary } from '../gap/gap-summary.view.js';
import { findCells } from '../gap/gap.view.js';
import { positionsOn } from '../placement/cells.js';
import { findProposalKeys, type ProposalFilter } from '../placement/proposal-page.view.js';
import { Territory } from '../placement/territory.js';
import { markOf } from '../scenario/classification.js';
import { ScenarioService } from '../scenario/scenario.service.js';
import type { Actor } from '../shared/actor.js';
import { NotFound } from '../shared/errors.js';
import { Transactions } from '../shared/transactions.js';
import { filterWords } from './filter-words.js';
import { plannedPeople } from './plan-rows.js';
import { chosenOf, type ReportColumn, revealingColumns } from './report-column.js';
import { REPORT_COLUMNS } from './report-columns.js';
import type { ReportedRun, RunReport } from './report-data.js';
import { PriceReader } from './price-reader.js';
import { ReportSettings } from './report-settings.js';
import { findFieldNames, findProposals, findRun } from './report.view.js';
import { surplusRows } from './surplus-rows.js';
import { REPORT_KINDS, writeReport, type ReportFile, type ReportKind } from './write-reports.js';

/** What somebody asks to take out. */
export interface Export {
  readonly runId: number;
  readonly purpose: string;
  /** Keys of columns; null = what the role gets by default. */
  readonly columns: readonly string[] | null;
  /** With the prices of other places and of open seats; of the plan only. */
  readonly prices?: boolean;
  /** Whom the plan names; nothing or empty = everybody. */
  readonly only?: ProposalFilter;
}

interface TakenReport {
  readonly kind: ReportKind;
  readonly purpose: string;
  readonly columns: readonly ReportColumn[];
  readonly report: RunReport;
}

/** Workbooks of a run: read in one transaction that also records the export, written after it. */
@Injectable()
export class ReportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
    private readonly trail: Trail,
    private readonly settings: ReportSettings,
    private readonly prices: PriceReader,
  ) {}

  /**
   * @throws NotFound `report.unknown-run`; BadInput `report.unknown-column`; Forbidden `access.field-not-allowed`
   */
  async file(actor: Actor, kind: ReportKind, asked: Export): Promise<ReportFile> {
    const [file] = await this.written(actor, [kind], asked);
    if (file === undefined) throw new Error('a report of one kind gave no file');
    return file;
  }

  /** The plan, the gap and the surplus list, with the columns that the actor gets by default. */
  files(actor: Actor, asked: Omit<Export, 'columns'>): Promise<ReportFile[]> {
    return this.written(actor, REPORT_KINDS, { ...asked, columns: null });
  }

  private async written(
    actor: Actor,
    kinds: readonly ReportKind[],
    { runId, purpose, columns, prices: asksPrices = false, only = {} }: Export,
  ): Promise<ReportFile[]> {
    const prices = asksPrices ? await this.prices.of(actor, runId) : null;
    const chosen = new Map(
      kinds.map((kind) => [kind, chosenOf(REPORT_COLUMNS[kind], actor.role, columns)] as const),
    );
    const report = await this.transactions.run(actor, async (manager) => {
      const run = await findRun(manager, actor.provinceCode, runId);
      if (run === null)
        throw new NotFound('report.unknown-run', `Không có lần chạy số ${runId}.`, { run: runId });
      const read = { ...(await this.reportOf(manager, actor, { run, only })), prices };
      for (const [kind, own] of chosen)
        await this.told(manager, actor, { kind, purpose, columns: own, report: read });
      return read;
    });
    const stamp = stampOf(markOf(report.run), { actor, at: this.settings.clock.now(), purpose });
    const files: ReportFile[] = [];
    for (const [kind, own] of chosen) {
      const keys = new Set(own.map(({ key }) => key));
      files.push(await writeReport(kind, report, { columns: keys, stamp }));
    }
    return files;
  }

  /** The export, and what it opened, with the names of columns and the count of people, never their values. */
  private async told(manager: EntityManager, actor: Actor, taken: TakenReport): Promise<void> {
    const { kind, purpose, columns, report } = taken;
    const subject = `run/${report.run.id}`;
    const people = peopleIn(kind, report);
    await this.trail.record(manager, actor, {
      action: 'report.exported',
      subject,
      kind: 'export',
      why: purpose,
      details: {
        report: kind,
        people,
        rows: rowsIn(kind, report),
        columns: columns.map(({ key }) => key),
        classification: report.run.classification,
      },
    });
    const opened = revealingColumns(actor.role, columns);
    if (opened.length === 0) return;
    await this.trail.record(manager, actor, {
      action: 'report.revealed',
      subject,
      kind: 'reveal',
      why: purpose,
      details: { report: kind, people, fields: opened.map(({ key }) => key) },
    });
  }

  private async reportOf(
    manager: EntityManager,
    actor: Actor,
    { run, only }: { readonly run: ReportedRun; readonly only: ProposalFilter },
  ): Promise<Omit<RunReport, 'prices'>> {
    const { provinceCode } = actor;
    const source = { run: run.id };
    const facts = await this.scenarios.facts(manager, actor, run.scenarioId);
    const isNarrow = Object.values(only).some((each) => each !== undefined);
    const keys = isNarrow
      ? await findProposalKeys(manager, actor, { runId: run.id, filter: only })
      : null;
    const proposals = await findProposals(manager, provinceCode, run.id);
    const planned = plannedPeople(
      facts,
      proposals.filter(({ personKey }) => keys?.has(personKey) ?? true),
    );
    const cells = await findCells(manager, provinceCode, source);
    const roots = new Territory(facts).roots;
    const communeNames = new Map(roots.map(({ code, name }) => [code, name]));
    const oldUnits = new Map(
      facts.units.filter(({ isNew }) => !isNew).map(({ code, name }) => [code, name]),
    );
    const positions = positionsOn(facts, facts.effectiveOn);
    return {
      run,
      only: filterWords(only, { communes: communeNames, oldUnits, positions }),
      demo: this.settings.demo,
      reader: actor.role,
      people: planned.map(({ row }) => row),
      staffIds: planned.map(({ proposal }) => proposal.staffId),
      surplus: surplusRows(facts, planned, cells),
      cells,
      summary: await findSummary(manager, provinceCode, source, 'government'),
      communeNames,
      positions,
      fieldNames: await findFieldNames(manager),
    };
  }
}

/** How many rows its first sheet has. */
function rowsIn(kind: ReportKind, report: RunReport): number {
  return kind === 'gap' ? report.cells.length : peopleIn(kind, report);
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
