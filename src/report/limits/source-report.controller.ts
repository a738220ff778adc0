import { Body, Controller, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { sourceOf } from '../../gap/gap-source.js';
import { GapQuery } from '../../gap/gap.queries.js';
import { attachment } from '../../shared/attachment.js';
import { ReportBody } from '../report.queries.js';
import type { ReportFile } from '../write-reports.js';
import { LimitsReportService } from './limits-report.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WORKBOOK = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('reports')
@ApiProduces(XLSX)
@Controller('reports')
@Needs('report.export')
export class SourceReportController {
  constructor(
    private readonly limitsReports: LimitsReportService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Post('limits.xlsx')
  @HttpCode(200)
  @ApiOperation({ summary: 'What the law allows of a plan, what there is, and what follows' })
  @ApiOkResponse(WORKBOOK)
  async limits(@Query() query: GapQuery, @Body() { purpose }: ReportBody): Promise<StreamableFile> {
    const asked = { source: sourceOf(query), purpose };
    return download(await this.limitsReports.file(this.actor.current(), asked));
  }
}

function download({ bytes, fileName, title }: ReportFile): StreamableFile {
  return new StreamableFile(bytes, {
    type: XLSX,
    disposition: attachment(fileName, title),
    length: bytes.length,
  });
}
