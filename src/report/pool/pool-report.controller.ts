import { Body, Controller, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { PoolService } from '../../decision/pool/pool.service.js';
import type { Actor } from '../../shared/actor.js';
import { download, XLSX } from '../download.js';
import { type SourceBook, SourceReport } from '../limits/source-report.js';
import { ReportBody } from '../report.queries.js';
import { classSheet, vacancySheet } from './pool-sheets.js';
import { registerSheet } from './register-sheet.js';

const CODE = 40;

class PoolQuery {
  @ApiProperty({ description: 'A plan' })
  @Type(() => Number)
  @IsInt({ message: 'scenario: cần một số nguyên' })
  @Min(1, { message: 'scenario: cần một số nguyên dương' })
  @Max(Number.MAX_SAFE_INTEGER, { message: 'scenario: số quá lớn' })
  scenario!: number;
}

class RegisterQuery extends PoolQuery {
  @ApiProperty({ description: 'The class of post' })
  @IsString({ message: 'positionCode: cần mã vị trí' })
  @MaxLength(CODE, { message: `positionCode: tối đa ${CODE} ký tự` })
  positionCode!: string;
}

@ApiTags('reports')
@Controller('reports')
export class PoolReportController {
  constructor(
    private readonly pool: PoolService,
    private readonly reports: SourceReport,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Post('register.xlsx')
  @Needs('scenario.write')
  @HttpCode(200)
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'The ranking register of a class of post as a workbook' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Query() { scenario: scenarioId, positionCode }: RegisterQuery,
    @Body() { purpose }: ReportBody,
  ): Promise<StreamableFile> {
    const actor = this.actor.current();
    return this.book(
      actor,
      { scenarioId, purpose },
      {
        ...{ ascii: 'thu-tu-doi-du', title: 'Thứ tự người dôi dư' },
        make: async (manager, notice) => {
          const asked = { scenarioId, positionCode };
          const register = await this.pool.registerIn(manager, actor, asked);
          return { sheets: [registerSheet(register, notice)], people: register.lines.length };
        },
      },
    );
  }

  @Heavy()
  @Post('pool.xlsx')
  @Needs('scenario.write')
  @HttpCode(200)
  @ApiProduces(XLSX)
  @ApiOperation({
    summary: 'The pool by class of post, and who is offered each vacancy, as a workbook',
  })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pooled(
    @Query() { scenario: scenarioId }: PoolQuery,
    @Body() { purpose }: ReportBody,
  ): Promise<StreamableFile> {
    const actor = this.actor.current();
    return this.book(
      actor,
      { scenarioId, purpose },
      {
        ...{ ascii: 'doi-du-va-cho-trong', title: 'Người dôi dư và chỗ trống' },
        make: async (manager, notice) => {
          const summary = await this.pool.summaryIn(manager, actor, scenarioId);
          const offers = await this.pool.vacanciesIn(manager, actor, scenarioId);
          const sheets = [classSheet(summary, notice), vacancySheet(offers, notice)];
          return { sheets, people: summary.people };
        },
      },
    );
  }

  /** Of the run that the plan's pool is read from. */
  private async book(
    actor: Actor,
    { scenarioId, purpose }: { readonly scenarioId: number; readonly purpose: string },
    book: SourceBook,
  ): Promise<StreamableFile> {
    const run = await this.pool.runOf(actor, scenarioId);
    return download(await this.reports.file(actor, { source: { run }, purpose }, book));
  }
}
