import { Body, Controller, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import {
  CampaignPeopleQuery,
  CampaignUnitsQuery,
} from '../../roster/campaign/campaign.responses.js';
import { PurposeBody } from '../../roster/marked-file.controller.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { download, XLSX } from '../download.js';
import { CampaignReportService } from './campaign-report.service.js';

const WORKBOOK = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('roster')
@ApiProduces(XLSX)
@Controller('roster-campaigns/:id')
@Needs('roster.import')
export class CampaignReportController {
  constructor(
    private readonly reports: CampaignReportService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Post('units.xlsx')
  @HttpCode(200)
  @ApiOperation({ summary: 'The units of a campaign that you see, as a workbook' })
  @ApiOkResponse(WORKBOOK)
  async units(
    @Param('id', IdPipe) id: number,
    @Query() filter: CampaignUnitsQuery,
    @Body() { purpose }: PurposeBody,
  ): Promise<StreamableFile> {
    return download(await this.reports.units(this.actor.current(), id, { ...filter, purpose }));
  }

  @Heavy()
  @Post('people.xlsx')
  @HttpCode(200)
  @ApiOperation({ summary: 'Their people with what is wrong in the registry, as a workbook' })
  @ApiOkResponse(WORKBOOK)
  async people(
    @Param('id', IdPipe) id: number,
    @Query() filter: CampaignPeopleQuery,
    @Body() { purpose }: PurposeBody,
  ): Promise<StreamableFile> {
    return download(await this.reports.people(this.actor.current(), id, { ...filter, purpose }));
  }
}
