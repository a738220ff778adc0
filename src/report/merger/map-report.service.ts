import { Injectable } from '@nestjs/common';
import { stampOf } from '../../access/stamp.js';
import { Trail } from '../../access/trail.js';
import { MapService } from '../../merger/map/map.service.js';
import { markOf } from '../../scenario/classification.js';
import type { Actor } from '../../shared/actor.js';
import { Transactions } from '../../shared/transactions.js';
import { writeWorkbook } from '../../sheet/xlsx-writer.js';
import { DEMO_LINE } from '../report-frame.js';
import { ReportSettings } from '../report-settings.js';
import type { ReportFile } from '../write-reports.js';
import { mapSheets } from './map-sheets.js';

/** The merger map of a plan as a workbook that can be pasted back. */
@Injectable()
export class MapReportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly maps: MapService,
    private readonly trail: Trail,
    private readonly settings: ReportSettings,
  ) {}

  /** Reads in one transaction that also records the export; writes after it. @throws NotFound `scenario.unknown` */
  async file(
    actor: Actor,
    { scenarioId, purpose }: { readonly scenarioId: number; readonly purpose: string },
  ): Promise<ReportFile> {
    const { demo } = this.settings;
    const at = this.settings.clock.now();
    const map = await this.transactions.run(actor, async (manager) => {
      const standing = await this.maps.standing(manager, actor, scenarioId);
      await this.trail.record(manager, actor, {
        action: 'report.exported',
        subject: `scenario/${scenarioId}`,
        kind: 'export',
        why: purpose,
        details: { report: 'merger-map', lines: standing.assessed.rows.length },
      });
      return standing;
    });
    const { scenario } = map;
    return {
      fileName: `ban-do-sap-nhap-${scenarioId}.xlsx`,
      title: `Bản đồ sáp nhập (${scenario.name}).xlsx`,
      bytes: await writeWorkbook({
        sheets: mapSheets(map, demo ? [DEMO_LINE] : []),
        createdAt: scenario.changedAt ?? scenario.createdAt,
        stamp: stampOf(markOf(scenario), { actor, at, purpose }),
      }),
    };
  }
}
