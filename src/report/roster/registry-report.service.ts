import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hasClosedScope } from '../../access/fields/closed-scope.js';
import type { FieldClass } from '../../access/fields/field-classes.js';
import { stampOf } from '../../access/stamp.js';
import { Trail } from '../../access/trail.js';
import { PersonView } from '../../registry/person/person.view.js';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';
import { NotFound } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { chooseColumns } from '../../sheet/choose-columns.js';
import type { SheetSpec } from '../../sheet/sheet-spec.js';
import { writeWorkbook } from '../../sheet/xlsx-writer.js';
import { chosenOf, type ReportColumn, revealingColumns } from '../report-column.js';
import { REPORT_COLUMNS } from '../report-columns.js';
import { DEMO_LINE } from '../report-frame.js';
import { ReportSettings } from '../report-settings.js';
import type { ReportFile } from '../write-reports.js';
import { GapOnDay } from './gap-on-day.js';
import { personForm } from './person-form.js';
import type { RosterFrame } from './roster-frame.js';
import {
  findProvinceName,
  findRankLevels,
  findRosterPeople,
  findUnitName,
} from './roster-people.view.js';
import { rosterSheet, shownBy, templateSheet } from './roster-sheet.js';
import { RosterSources } from './roster-sources.js';
import { statisticsSheet } from './statistics-sheet.js';

/** Workbooks of the registry on a day. */
export type RegistryKind = 'roster' | 'template' | 'statistics' | 'person' | 'gap';

export interface RegistryExport {
  readonly on: Day;
  /** With the units below it; null = everybody whom the actor may see. */
  readonly unit: string | null;
  /** Of a person's form. */
  readonly personId?: number;
  readonly purpose: string;
  /** Keys of columns, of a person's form classes; null = what the role gets by default. */
  readonly columns: readonly string[] | null;
}

/** What was made, and how many people it tells of. */
interface Made {
  readonly sheets: readonly SheetSpec[];
  readonly people: number;
}

const NAMES: Readonly<Record<RegistryKind, { readonly ascii: string; readonly title: string }>> = {
  roster: { ascii: 'danh-sach-trich-ngang', title: 'Danh sách trích ngang' },
  template: { ascii: 'mau-danh-sach', title: 'Mẫu danh sách trích ngang' },
  statistics: { ascii: 'so-luong-chat-luong', title: 'Thống kê số lượng, chất lượng' },
  person: { ascii: 'so-yeu-ly-lich', title: 'Sơ yếu lý lịch (2C-BNV)' },
  gap: { ascii: 'thua-thieu', title: 'Thừa, thiếu theo vị trí' },
};

/** Rosters, their templates, statistics, personal forms, surplus and shortage: read in one transaction that also records the export. */
@Injectable()
export class RegistryReportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly persons: PersonView,
    private readonly sources: RosterSources,
    private readonly gap: GapOnDay,
    private readonly trail: Trail,
    private readonly settings: ReportSettings,
  ) {}

  /**
   * @throws NotFound `registry.unknown-unit`, `registry.unknown-person`; BadInput `report.unknown-column`; Forbidden
   *   `access.field-not-allowed`
   */
  async file(actor: Actor, kind: RegistryKind, asked: RegistryExport): Promise<ReportFile> {
    const { purpose, on } = asked;
    const columns = chosenOf(REPORT_COLUMNS[kind], actor.role, asked.columns);
    const sheets = await this.transactions.run(actor, async (manager) => {
      const frame = await this.frame(manager, actor, asked);
      const made = await this.made(manager, actor, { kind, asked, columns, frame });
      await this.told(manager, actor, { kind, asked, columns, people: made.people });
      return made.sheets;
    });
    const stamp = stampOf(null, { actor, at: this.settings.clock.now(), purpose });
    const { ascii, title } = NAMES[kind];
    const createdAt = `${on}T00:00:00Z`;
    return {
      fileName: `${ascii}-${on}.xlsx`,
      title: `${title} (${on}).xlsx`,
      bytes: await writeWorkbook({ sheets, createdAt, stamp }),
    };
  }

  private async made(
    manager: EntityManager,
    actor: Actor,
    { kind, asked, columns, frame }: Making,
  ): Promise<Made> {
    const keys = new Set(columns.map(({ key }) => key));
    const closedScope = await hasClosedScope(manager);
    if (kind === 'person') {
      const record = await this.persons.find(manager, actor, asked.personId ?? 0);
      if (record === null)
        throw new NotFound('registry.unknown-person', `Không có người số ${asked.personId}.`, {
          id: asked.personId,
        });
      const opened = keys as ReadonlySet<string> as ReadonlySet<FieldClass>;
      const viewer = { role: actor.role, closedScope };
      return { sheets: [personForm({ frame, record, viewer, opened })], people: 1 };
    }
    if (kind === 'gap') {
      const sheets = await this.gap.sheets(manager, actor, { asked, frame });
      return { sheets: sheets.map((sheet) => chooseColumns(sheet, keys)), people: 0 };
    }
    const people = await findRosterPeople(manager, actor, asked);
    if (kind === 'statistics') {
      const rankLevels = await findRankLevels(manager);
      const sheet = statisticsSheet({ frame, people, rankLevels });
      return { sheets: [chooseColumns(sheet, keys)], people: people.length };
    }
    const bare = { frame, people, columns: keys, closedScope };
    const { on } = asked;
    const marks = await this.sources.marks(manager, actor, { on, people, shown: shownBy(bare) });
    const input = { ...bare, marks };
    if (kind === 'roster') return { sheets: [rosterSheet(input)], people: people.length };
    const choices = await this.sources.choices(manager, actor, on);
    return { sheets: [templateSheet({ ...input, choices })], people: people.length };
  }

  private async frame(
    manager: EntityManager,
    actor: Actor,
    { on, unit }: RegistryExport,
  ): Promise<RosterFrame> {
    const unitName = unit === null ? null : await findUnitName(manager, actor, { on, unit });
    if (unit !== null && unitName === null)
      throw new NotFound('registry.unknown-unit', `Ngày này không có đơn vị mã "${unit}".`, {
        unit,
      });
    const provinceName = await findProvinceName(manager, actor);
    return { on, provinceName, unitName, notice: this.settings.demo ? [DEMO_LINE] : [] };
  }

  /** The export, and what it opened, with the names of columns and the count of people, never their values. */
  private async told(
    manager: EntityManager,
    actor: Actor,
    { kind, asked, columns, people }: Omit<Making, 'frame'> & { readonly people: number },
  ): Promise<void> {
    const { personId, on, unit, purpose: why } = asked;
    const subject = personId === undefined ? `registry/${unit ?? 'all'}` : `person/${personId}`;
    const details = { report: kind, on, people };
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

interface Making {
  readonly kind: RegistryKind;
  readonly asked: RegistryExport;
  readonly columns: readonly ReportColumn[];
  readonly frame: RosterFrame;
}
