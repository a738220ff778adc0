import { Body, Controller, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { ComparisonQuery } from '../../comparison/comparison.responses.js';
import { download, XLSX } from '../download.js';
import { ReportBody } from '../report.queries.js';
import { ComparisonReportService } from './comparison-report.service.js';

@ApiTags('reports')
@ApiProduces(XLSX)
@Controller('reports')
@Needs('report.export')
export class ComparisonReportController {
  constructor(
    private readonly reports: ComparisonReportService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Post('comparison.xlsx')
  @HttpCode(200)
  @ApiOperation({ summary: 'Plans side by side: figures, limits, person by person' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async comparison(
    @Query() { runs }: ComparisonQuery,
    @Body() { purpose }: ReportBody,
  ): Promise<StreamableFile> {
    return download(await this.reports.file(this.actor.current(), { runs, purpose }));
  }
}
