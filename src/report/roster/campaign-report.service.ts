import { Injectable } from '@nestjs/common';
import {
  campaignPeople,
  type PeopleFilter,
  type UnitFilter,
  unitsIn,
} from '../../roster/campaign/campaign-people.plan.js';
import { CampaignService, type CampaignTold } from '../../roster/campaign/campaign.service.js';
import type { Actor } from '../../shared/actor.js';
import { dayText } from '../../shared/day.js';
import { ListBook } from '../lists/list-book.js';
import type { ReportFile } from '../write-reports.js';
import { campaignPeopleSheet, campaignUnitsSheet } from './campaign-sheets.js';

/** Lists of a roster campaign as workbooks, as far as the actor sees them. All methods throw NotFound `campaign.unknown`. */
@Injectable()
export class CampaignReportService {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly book: ListBook,
  ) {}

  async units(
    actor: Actor,
    id: number,
    { purpose, ...filter }: UnitFilter & { readonly purpose: string },
  ): Promise<ReportFile> {
    const told = await this.campaigns.get(actor, id);
    return this.book.file(actor, purpose, {
      ...{ name: `dot-gui-danh-sach-${id}`, subject: `campaign/${id}` },
      title: `Đợt gửi danh sách (${told.campaign.name})`,
      sheet: campaignUnitsSheet(unitsIn(told.units, filter), filter, this.notice(told)),
    });
  }

  async people(
    actor: Actor,
    id: number,
    { purpose, ...filter }: PeopleFilter & { readonly purpose: string },
  ): Promise<ReportFile> {
    const told = await this.campaigns.get(actor, id);
    return this.book.file(actor, purpose, {
      ...{ name: `nguoi-trong-dot-gui-danh-sach-${id}`, subject: `campaign/${id}` },
      title: `Người trong đợt gửi danh sách (${told.campaign.name})`,
      sheet: campaignPeopleSheet(campaignPeople(told.units, filter), filter, this.notice(told)),
    });
  }

  private notice({ campaign: { name, asOf, dueOn } }: CampaignTold): string[] {
    const days = `Danh sách tính đến ${dayText(asOf)}, hạn gửi hết ${dayText(dueOn)}.`;
    return [`Đợt "${name}". ${days}`, ...this.book.notice()];
  }
}
