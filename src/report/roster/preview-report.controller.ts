import { Body, Controller, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { PurposeBody } from '../../roster/marked-file.controller.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { download, XLSX } from '../download.js';
import { PreviewReportService } from './preview-report.service.js';

@ApiTags('roster')
@Controller('imports/:id')
@Needs('roster.import')
export class PreviewReportController {
  constructor(
    private readonly reports: PreviewReportService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Post('preview.xlsx')
  @HttpCode(200)
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'Everything that promotion would change, as a workbook' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async preview(
    @Param('id', IdPipe) id: number,
    @Body() { purpose }: PurposeBody,
  ): Promise<StreamableFile> {
    return download(await this.reports.file(this.actor.current(), id, purpose));
  }
}
