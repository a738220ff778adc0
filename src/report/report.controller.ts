import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Heavy } from '../access/front/heavy.interceptor.js';
import { Needs } from '../access/needs.js';
import { download, XLSX } from './download.js';
import { PlanReportQuery, ReportBody, ReportQuery } from './report.queries.js';
import { type Export, ReportService } from './report.service.js';
import { isAllowed, isDefault } from './report-column.js';
import { REPORT_COLUMNS, WORKBOOK_KINDS } from './report-columns.js';
import { ReportKindResponse } from './report.responses.js';
import type { ReportKind } from './write-reports.js';

const WORKBOOK = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('reports')
@ApiProduces(XLSX)
@Controller('reports')
@Needs('report.export')
export class ReportController {
  constructor(
    private readonly reports: ReportService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('columns')
  @ApiProduces('application/json')
  @ApiOperation({ summary: 'The columns that each workbook may have, and which you may choose' })
  @ApiOkResponse({ type: [ReportKindResponse] })
  columns(): ReportKindResponse[] {
    const { role } = this.actor.current();
    return WORKBOOK_KINDS.map((report) => ({
      report,
      columns: REPORT_COLUMNS[report].map((column) => ({
        ...column,
        default: isDefault(role, column),
        allowed: isAllowed(role, column),
      })),
    }));
  }

  @Heavy()
  @Post('plan.xlsx')
  @HttpCode(200)
  @ApiOperation({ summary: 'The plan, person by person: everybody, or whom a filter leaves' })
  @ApiOkResponse(WORKBOOK)
  plan(
    @Query() { run, ...only }: PlanReportQuery,
    @Body() body: ReportBody,
  ): Promise<StreamableFile> {
    return this.download('plan', { run }, body, { only });
  }

  @Heavy()
  @Post('plan-with-prices.xlsx')
  @Needs('placement.run')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'The plan with two sheets more: the next best places with price and chain and what closes the others; who could take open seats',
  })
  @ApiOkResponse(WORKBOOK)
  planWithPrices(@Query() query: ReportQuery, @Body() body: ReportBody): Promise<StreamableFile> {
    return this.download('plan', query, body, { prices: true });
  }

  @Heavy()
  @Post('gap.xlsx')
  @HttpCode(200)
  @ApiOperation({ summary: 'Surplus and shortage by unit and position, field and block' })
  @ApiOkResponse(WORKBOOK)
  gap(@Query() query: ReportQuery, @Body() body: ReportBody): Promise<StreamableFile> {
    return this.download('gap', query, body);
  }

  @Heavy()
  @Post('surplus.xlsx')
  @HttpCode(200)
  @ApiOperation({ summary: 'The people without a seat, why, and what is admissible' })
  @ApiOkResponse(WORKBOOK)
  surplus(@Query() query: ReportQuery, @Body() body: ReportBody): Promise<StreamableFile> {
    return this.download('surplus', query, body);
  }

  private async download(
    kind: ReportKind,
    { run: runId }: ReportQuery,
    { purpose, columns }: ReportBody,
    more: Pick<Export, 'prices' | 'only'> = {},
  ): Promise<StreamableFile> {
    const asked = { runId, purpose, columns: columns ?? null, ...more };
    return download(await this.reports.file(this.actor.current(), kind, asked));
  }
}
