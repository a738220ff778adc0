import { Body, Controller, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { download, XLSX } from '../download.js';
import { ReportBody } from '../report.queries.js';
import { PersonFormQuery, RegistryReportQuery } from './registry-report.queries.js';
import { RegistryReportService, type RegistryKind } from './registry-report.service.js';

const WORKBOOK = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('reports')
@ApiProduces(XLSX)
@Controller('reports')
@Needs('report.export')
export class RegistryReportController {
  constructor(
    private readonly reports: RegistryReportService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Post('roster.xlsx')
  @HttpCode(200)
  @ApiOperation({ summary: 'The working roster of a day, as it may be sent back' })
  @ApiOkResponse(WORKBOOK)
  roster(@Query() query: RegistryReportQuery, @Body() body: ReportBody): Promise<StreamableFile> {
    return this.download('roster', { ...query, ...body });
  }

  @Heavy()
  @Post('template.xlsx')
  @HttpCode(200)
  @ApiOperation({ summary: 'The roster to be filled in, with the people of a unit in it' })
  @ApiOkResponse(WORKBOOK)
  template(@Query() query: RegistryReportQuery, @Body() body: ReportBody): Promise<StreamableFile> {
    return this.download('template', { ...query, ...body });
  }

  @Heavy()
  @Post('statistics.xlsx')
  @HttpCode(200)
  @ApiOperation({ summary: 'Quantity and quality by unit' })
  @ApiOkResponse(WORKBOOK)
  statistics(
    @Query() query: RegistryReportQuery,
    @Body() body: ReportBody,
  ): Promise<StreamableFile> {
    return this.download('statistics', { ...query, ...body });
  }

  @Heavy()
  @Post('gap-on.xlsx')
  @HttpCode(200)
  @ApiOperation({ summary: 'Surplus and shortage on a day, of all or of the seats of a commune' })
  @ApiOkResponse(WORKBOOK)
  gap(@Query() query: RegistryReportQuery, @Body() body: ReportBody): Promise<StreamableFile> {
    return this.download('gap', { ...query, ...body });
  }

  @Heavy()
  @Post('person.xlsx')
  @HttpCode(200)
  @ApiOperation({ summary: 'The file of a person in the form 2C-BNV/2008' })
  @ApiOkResponse(WORKBOOK)
  person(
    @Query() { person, ...query }: PersonFormQuery,
    @Body() body: ReportBody,
  ): Promise<StreamableFile> {
    return this.download('person', { ...query, ...body, personId: person });
  }

  private async download(
    kind: RegistryKind,
    {
      on,
      unit,
      purpose,
      columns,
      personId,
    }: RegistryReportQuery & ReportBody & { readonly personId?: number },
  ): Promise<StreamableFile> {
    const asked = { on, unit: unit ?? null, purpose, columns: columns ?? null };
    const given = personId === undefined ? asked : { ...asked, personId };
    return download(await this.reports.file(this.actor.current(), kind, given));
  }
}
