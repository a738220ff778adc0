import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hasClosedScope } from '../../access/fields/closed-scope.js';
import { stampOf } from '../../access/stamp.js';
import { Trail } from '../../access/trail.js';
import type { Actor } from '../../shared/actor.js';
import { NotFound } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { writeWorkbook } from '../../sheet/xlsx-writer.js';
import { chosenOf, revealingColumns, type ReportColumn } from '../report-column.js';
import { DEMO_LINE } from '../report-frame.js';
import { ReportSettings } from '../report-settings.js';
import { REPORT_COLUMNS } from '../report-columns.js';
import type { RosterFrame } from '../roster/roster-frame.js';
import { findProvinceName, findUnitName } from '../roster/roster-people.view.js';
import type { ReportFile } from '../write-reports.js';
import { PERSON_SHEETS, type PersonSheetName } from './person-forms.js';
import type { SheetAsked, SheetName } from './sheet-asked.js';
import { formSheet } from './sheet-form.js';
import { SHEET_TITLES } from './sheet-titles.js';
import { FormSources } from './form-sources.js';

/** Sheets to be filled in or corrected, with what the registry has in them; the export is recorded with its purpose. */
@Injectable()
export class SheetReportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sources: FormSources,
    private readonly trail: Trail,
    private readonly settings: ReportSettings,
  ) {}

  /** @throws NotFound `registry.unknown-unit`; BadInput `report.unknown-column`; Forbidden `access.field-not-allowed` */
  async file(actor: Actor, asked: SheetAsked): Promise<ReportFile> {
    const { kind, on, purpose } = asked;
    const columns = columnsFor(actor, asked);
    const sheets = await this.transactions.run(actor, async (manager) => {
      const frame = await this.frame(manager, actor, asked);
      const closedScope = await hasClosedScope(manager);
      const shown = new Set(columns.map(({ key }) => key));
      const forms = await this.sources.forms(manager, actor, { ...asked, shown, closedScope });
      const rows = forms.reduce((sum, form) => sum + form.rows.length, 0);
      await this.told(manager, actor, { asked, columns, rows });
      return forms.map((form) => formSheet(form, frame));
    });
    const stamp = stampOf(null, { actor, at: this.settings.clock.now(), purpose });
    return {
      fileName: `mau-${kind}-${on}.xlsx`,
      title: `${SHEET_TITLES[kind]} (${on}).xlsx`,
      bytes: await writeWorkbook({ sheets, createdAt: `${on}T00:00:00Z`, stamp }),
    };
  }

  private async frame(
    manager: EntityManager,
    actor: Actor,
    { on, unit }: SheetAsked,
  ): Promise<RosterFrame> {
    const unitName = unit === null ? null : await findUnitName(manager, actor, { on, unit });
    if (unit !== null && unitName === null)
      throw new NotFound('registry.unknown-unit', `Ngày này không có đơn vị mã "${unit}".`, {
        unit,
      });
    const provinceName = await findProvinceName(manager, actor);
    return { on, provinceName, unitName, notice: this.settings.demo ? [DEMO_LINE] : [] };
  }

  /** Names of columns and counts, never what stands in them. */
  private async told(
    manager: EntityManager,
    actor: Actor,
    {
      asked: { kind, on, unit, purpose: why },
      columns,
      rows,
    }: {
      readonly asked: SheetAsked;
      readonly columns: readonly ReportColumn[];
      readonly rows: number;
    },
  ): Promise<void> {
    const subject = `registry/${unit ?? 'all'}`;
    const details = { report: kind, on, rows };
    await this.trail.record(manager, actor, {
      ...{ action: 'report.exported', subject, kind: 'export', why },
      details: { ...details, columns: columns.map(({ key }) => key) },
    });
    const opened = revealingColumns(actor.role, columns);
    if (opened.length === 0) return;
    await this.trail.record(manager, actor, {
      ...{ action: 'report.revealed', subject, kind: 'reveal', why },
      details: { ...details, fields: opened.map(({ key }) => key) },
    });
  }
}

export function isOfPeople(kind: SheetName): kind is PersonSheetName {
  return (PERSON_SHEETS as readonly string[]).includes(kind);
}

function columnsFor(actor: Actor, { kind, columns }: SheetAsked): ReportColumn[] {
  return isOfPeople(kind) ? chosenOf(REPORT_COLUMNS[kind], actor.role, columns) : [];
}
