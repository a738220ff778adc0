import { Injectable } from '@nestjs/common';
import { GapPlanService } from '../../movement/gap-plan/gap-plan.service.js';
import { SpecialistRequestStore } from '../../movement/gap-plan/specialist-request.store.js';
import { MovementListView } from '../../movement/movement-list.view.js';
import { SecondmentService } from '../../movement/secondment/secondment.service.js';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';
import { SourceReport } from '../limits/source-report.js';
import type { ReportFile } from '../write-reports.js';
import { gapPlanSheets } from './gap-plan-sheets.js';
import { proposalSheets } from './proposal-sheets.js';
import { movementSheets } from './movement-sheets.js';

/** A day of the registry, and what the workbook is taken for. */
export interface DayAsked {
  readonly on: Day;
  readonly purpose: string;
}

/** The lists of the page of movements as workbooks: what the reader sees there, whole. */
@Injectable()
export class MovementReportService {
  constructor(
    private readonly reports: SourceReport,
    private readonly lines: MovementListView,
    private readonly secondments: SecondmentService,
    private readonly plans: GapPlanService,
    private readonly requests: SpecialistRequestStore,
  ) {}

  /** Every movement, and what ends next. */
  movements(actor: Actor, { on, purpose }: DayAsked): Promise<ReportFile> {
    return this.reports.file(
      actor,
      { source: { on }, purpose },
      {
        ascii: 'dieu-dong-biet-phai',
        title: 'Điều động, biệt phái',
        make: async (manager, notice) => {
          const moves = await this.lines.all(manager, actor);
          const endings = await this.secondments.endingsWithin(manager, actor, on);
          const seen = moves.filter(({ fullName }) => fullName !== '');
          const named = new Set([...seen, ...endings.items].map(({ staffId }) => staffId));
          return { sheets: movementSheets({ moves, endings, notice }), people: named.size };
        },
      },
    );
  }

  /** Who could be seconded into which gap: of each gap the best, as the page shows them. */
  proposals(actor: Actor, { on, purpose }: DayAsked): Promise<ReportFile> {
    return this.reports.file(
      actor,
      { source: { on }, purpose },
      {
        ascii: 'de-xuat-biet-phai',
        title: 'Đề xuất biệt phái',
        make: async (manager, notice) => {
          const proposals = await this.secondments.proposalsWithin(manager, actor, { on });
          const named = proposals.items.flatMap(({ candidates }) => candidates);
          const people = new Set(named.map(({ staffId }) => staffId)).size;
          return { sheets: proposalSheets(proposals, notice), people };
        },
      },
    );
  }

  /** Every gap with its plans, and what communes ask for. */
  gapPlans(
    actor: Actor,
    { on, purpose, commune }: DayAsked & { readonly commune?: string | undefined },
  ): Promise<ReportFile> {
    return this.reports.file(
      actor,
      { source: { on }, purpose },
      {
        ascii: 'bu-cho-thieu',
        title: 'Bù chỗ thiếu',
        make: async (manager, notice) => {
          const gaps = await this.plans.gaps(manager, actor, { on, commune });
          const requests = await this.requests.all(manager, actor);
          return { sheets: gapPlanSheets({ gaps, requests, notice }), people: 0 };
        },
      },
    );
  }
}
