import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { LocalActor } from '../access/local-actor.js';
import { attachment } from './attachment.js';
import { ReportQuery } from './report.queries.js';
import { ReportService } from './report.service.js';
import type { ReportKind } from './write-reports.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WORKBOOK = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('reports')
@ApiProduces(XLSX)
@Controller('reports')
export class ReportController {
  constructor(
    private readonly reports: ReportService,
    private readonly actor: LocalActor,
  ) {}

  @Get('plan.xlsx')
  @ApiOperation({ summary: 'The plan, person by person' })
  @ApiOkResponse(WORKBOOK)
  plan(@Query() query: ReportQuery): Promise<StreamableFile> {
    return this.download('plan', query);
  }

  @Get('gap.xlsx')
  @ApiOperation({ summary: 'Surplus and shortage by unit and position, field and block' })
  @ApiOkResponse(WORKBOOK)
  gap(@Query() query: ReportQuery): Promise<StreamableFile> {
    return this.download('gap', query);
  }

  @Get('surplus.xlsx')
  @ApiOperation({ summary: 'The people without a seat, why, and what is admissible' })
  @ApiOkResponse(WORKBOOK)
  surplus(@Query() query: ReportQuery): Promise<StreamableFile> {
    return this.download('surplus', query);
  }

  private async download(kind: ReportKind, { run }: ReportQuery): Promise<StreamableFile> {
    const file = await this.reports.file(this.actor.current(), kind, run);
    return new StreamableFile(file.bytes, {
      type: XLSX,
      disposition: attachment(file.fileName, file.title),
      length: file.bytes.length,
    });
  }
}
