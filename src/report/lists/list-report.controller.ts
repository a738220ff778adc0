import { Body, Controller, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { PurposeBody } from '../../roster/marked-file.controller.js';
import { download, XLSX } from '../download.js';
import { ListReportService } from './list-report.service.js';

const WORKBOOK = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('reports')
@ApiProduces(XLSX)
@Controller('reports')
export class ListReportController {
  constructor(
    private readonly lists: ListReportService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Post('accounts.xlsx')
  @Needs('account.manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'All accounts, as a workbook; nothing that opens a door' })
  @ApiOkResponse(WORKBOOK)
  async accounts(@Body() { purpose }: PurposeBody): Promise<StreamableFile> {
    return download(await this.lists.accounts(this.actor.current(), purpose));
  }

  @Heavy()
  @Post('imports.xlsx')
  @Needs('roster.import')
  @HttpCode(200)
  @ApiOperation({ summary: 'The batches that you see, with their counts, as a workbook' })
  @ApiOkResponse(WORKBOOK)
  async batches(@Body() { purpose }: PurposeBody): Promise<StreamableFile> {
    return download(await this.lists.batches(this.actor.current(), purpose));
  }
}
