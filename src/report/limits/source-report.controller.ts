import { Body, Controller, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { sourceOf } from '../../gap/gap-source.js';
import {
  ForecastCellsQuery,
  ForecastQuery,
  LeaversFilterQuery,
} from '../../forecast/forecast.queries.js';
import { GapQuery } from '../../gap/gap.queries.js';
import { download, XLSX } from '../download.js';
import { ReportBody } from '../report.queries.js';
import { PayoutQuery } from '../../payout/payout.queries.js';
import { ForecastReportService } from '../forecast/forecast-report.service.js';
import { LimitsReportService } from './limits-report.service.js';
import { PayoutReportService } from './payout-report.service.js';

const WORKBOOK = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('reports')
@ApiProduces(XLSX)
@Controller('reports')
export class SourceReportController {
  constructor(
    private readonly limitsReports: LimitsReportService,
    private readonly payoutReports: PayoutReportService,
    private readonly forecastReports: ForecastReportService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Post('limits.xlsx')
  @Needs('report.export')
  @HttpCode(200)
  @ApiOperation({ summary: 'What the law allows of a plan, what there is, and what follows' })
  @ApiOkResponse(WORKBOOK)
  async limits(@Query() query: GapQuery, @Body() { purpose }: ReportBody): Promise<StreamableFile> {
    const asked = { source: sourceOf(query), purpose };
    return download(await this.limitsReports.file(this.actor.current(), asked));
  }

  @Heavy()
  @Post('forecast.xlsx')
  @Needs('report.export')
  @HttpCode(200)
  @ApiOperation({ summary: 'The years to come: month by month, who leaves, who is to be trained' })
  @ApiOkResponse(WORKBOOK)
  async forecast(
    @Query() query: ForecastQuery,
    @Body() { purpose }: ReportBody,
  ): Promise<StreamableFile> {
    const { block, commune } = query;
    const asked = { source: sourceOf(query), purpose, part: { block, commune } };
    return download(await this.forecastReports.file(this.actor.current(), asked));
  }

  @Heavy()
  @Post('leavers.xlsx')
  @Needs('report.export')
  @HttpCode(200)
  @ApiOperation({ summary: 'Who leaves when: the list of a filter, whole' })
  @ApiOkResponse(WORKBOOK)
  async leavers(
    @Query() part: LeaversFilterQuery,
    @Body() { purpose }: ReportBody,
  ): Promise<StreamableFile> {
    const asked = { source: sourceOf(part), purpose, part };
    return download(await this.forecastReports.leavers(this.actor.current(), asked));
  }

  @Heavy()
  @Post('forecast-cells.xlsx')
  @Needs('report.export')
  @HttpCode(200)
  @ApiOperation({ summary: 'Where people will be surplus or seats short on a day' })
  @ApiOkResponse(WORKBOOK)
  async forecastCells(
    @Query() part: ForecastCellsQuery,
    @Body() { purpose }: ReportBody,
  ): Promise<StreamableFile> {
    const asked = { source: sourceOf(part), purpose, part };
    return download(await this.forecastReports.cells(this.actor.current(), asked));
  }

  @Heavy()
  @Post('payouts.xlsx')
  @Needs('payout.read')
  @HttpCode(200)
  @ApiOperation({ summary: 'What leaving would be paid, in the official form; indicative only' })
  @ApiOkResponse(WORKBOOK)
  async payouts(
    @Query() query: PayoutQuery,
    @Body() { purpose }: ReportBody,
  ): Promise<StreamableFile> {
    const { leavingOn, appendix, who, block, commune } = query;
    const asked = { source: sourceOf(query), leavingOn, appendix, who, block, commune };
    return download(await this.payoutReports.file(this.actor.current(), asked, { purpose }));
  }
}
