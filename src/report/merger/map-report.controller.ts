import { Body, Controller, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { download, XLSX } from '../download.js';
import { ReportBody } from '../report.queries.js';
import { MapReportService } from './map-report.service.js';

@ApiTags('reports')
@ApiProduces(XLSX)
@Controller('scenarios/:id/map.xlsx')
@Needs('report.export')
export class MapReportController {
  constructor(
    private readonly reports: MapReportService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'The merger map of a plan, and each new commune beside the criteria' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async map(
    @Param('id', IdPipe) scenarioId: number,
    @Body() { purpose }: ReportBody,
  ): Promise<StreamableFile> {
    return download(await this.reports.file(this.actor.current(), { scenarioId, purpose }));
  }
}
