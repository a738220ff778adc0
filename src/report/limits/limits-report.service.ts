import { Injectable } from '@nestjs/common';
import type { LimitHolder } from '../../limits/limit-facts.js';
import {
  countedBy,
  LIMITS_OF_PEOPLE,
  rankPlacements,
  unitLimitsOf,
  type LimitLaw,
} from '../../limits/limits.plan.js';
import {
  LimitsService,
  personResponse,
  placementResponse,
  valuesOf,
} from '../../limits/limits.service.js';
import type { Actor } from '../../shared/actor.js';
import type { ReportFile } from '../write-reports.js';
import { type LimitsBook, limitsSheets } from './limits-sheets.js';
import { SourceReport, type SourceAsked } from './source-report.js';

/**
 * Limits of a plan as a workbook: the province, each unit, year by year, people to be placed in rank,
 * and everybody with the limits that count them.
 */
@Injectable()
export class LimitsReportService {
  constructor(
    private readonly limits: LimitsService,
    private readonly reports: SourceReport,
  ) {}

  /** @throws NotFound `report.unknown-run` */
  file(actor: Actor, asked: SourceAsked): Promise<ReportFile> {
    return this.reports.file(actor, asked, {
      ascii: 'gioi-han-phuong-an',
      title: 'Giới hạn của phương án',
      make: async (manager, notice) => {
        const read = await this.limits.read(manager, actor, asked.source);
        const law = valuesOf(read.law);
        const placements = rankPlacements(read.facts.holders, law.province).map(placementResponse);
        const sheets = limitsSheets({
          summary: await this.limits.told(manager, actor, read),
          units: unitLimitsOf(read.facts, law),
          people: peopleOf(read.facts.holders, law),
          ...{ placements, notice },
        });
        return { sheets, people: read.facts.holders.length };
      },
    });
  }
}

function peopleOf(holders: readonly LimitHolder[], law: LimitLaw): LimitsBook['people'] {
  const by = LIMITS_OF_PEOPLE.map((limit) => {
    const held = new Set(holders.flatMap(({ rank }) => rank ?? []));
    const ranks = limit === 'rank-share' ? [...held] : [undefined];
    const counted = ranks.flatMap((rank) => countedBy(holders, law, { limit, rank }));
    return { limit, counted: new Set(counted) };
  });
  return holders.map((holder) => ({
    ...personResponse(holder),
    counted: by.filter(({ counted }) => counted.has(holder)).map(({ limit }) => limit),
  }));
}
