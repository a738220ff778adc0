import { Body, Controller, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { BATCH_KINDS } from '../../roster/batch-kind.js';
import { download, XLSX } from '../download.js';
import { ReportBody } from '../report.queries.js';
import { RegistryReportQuery } from '../roster/registry-report.queries.js';
import type { SheetName } from './sheet-asked.js';
import { SheetReportService } from './sheet-report.service.js';

const NAMES = BATCH_KINDS.filter((kind): kind is SheetName => kind !== 'roster');

export class SheetReportQuery extends RegistryReportQuery {
  @ApiProperty({ enum: NAMES, description: 'What the sheet holds' })
  @IsIn(NAMES, { message: `kind: cần một trong ${NAMES.join(', ')}` })
  kind!: SheetName;
}

@ApiTags('reports')
@ApiProduces(XLSX)
@Controller('reports')
@Needs('report.export')
export class SheetReportController {
  constructor(
    private readonly reports: SheetReportService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Post('sheet.xlsx')
  @HttpCode(200)
  @ApiOperation({
    summary: 'A sheet to be filled in or corrected, with what the registry has in it',
  })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async sheet(
    @Query() { kind, on, unit }: SheetReportQuery,
    @Body() { purpose, columns }: ReportBody,
  ): Promise<StreamableFile> {
    const asked = { kind, on, unit: unit ?? null, purpose, columns: columns ?? null };
    return download(await this.reports.file(this.actor.current(), asked));
  }
}
