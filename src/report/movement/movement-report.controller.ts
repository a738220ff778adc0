import { Body, Controller, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { sourceOf } from '../../gap/gap-source.js';
import { GapQuery } from '../../gap/gap.queries.js';
import { DayQuery } from '../../shared/day.query.js';
import { download, XLSX } from '../download.js';
import { ReportBody } from '../report.queries.js';
import { ContinuityReportService } from './continuity-report.service.js';
import { MovementReportService } from './movement-report.service.js';
import { MayBeLeftOut } from '../../shared/left-out.js';

const WORKBOOK = { schema: { type: 'string', format: 'binary' } } as const;

class GapPlansReportQuery extends DayQuery {
  @ApiPropertyOptional({ description: 'Code of a commune: only this one' })
  @MayBeLeftOut()
  @IsString({ message: 'commune: cần mã đơn vị' })
  @MaxLength(40, { message: 'commune: tối đa 40 ký tự' })
  commune?: string;
}

class ContinuityReportQuery extends GapQuery {
  @ApiPropertyOptional({ description: 'Code of a commune: only this one' })
  @MayBeLeftOut()
  @IsString({ message: 'commune: cần mã đơn vị' })
  @MaxLength(20, { message: 'commune: tối đa 20 ký tự' })
  commune?: string;
}

@ApiTags('reports')
@ApiProduces(XLSX)
@Controller('reports')
@Needs('report.export')
export class MovementReportController {
  constructor(
    private readonly reports: MovementReportService,
    private readonly continuityReports: ContinuityReportService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Post('movements.xlsx')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decisions about single people, and what ends next' })
  @ApiOkResponse(WORKBOOK)
  async movements(
    @Query() { on }: DayQuery,
    @Body() { purpose }: ReportBody,
  ): Promise<StreamableFile> {
    return download(await this.reports.movements(this.actor.current(), { on, purpose }));
  }

  @Heavy()
  @Post('secondments.xlsx')
  @Needs('movement.write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Who could be seconded into which gap' })
  @ApiOkResponse(WORKBOOK)
  async secondments(
    @Query() { on }: DayQuery,
    @Body() { purpose }: ReportBody,
  ): Promise<StreamableFile> {
    return download(await this.reports.proposals(this.actor.current(), { on, purpose }));
  }

  @Heavy()
  @Post('gap-plans.xlsx')
  @HttpCode(200)
  @ApiOperation({ summary: 'Every gap with its plans, and what communes ask for' })
  @ApiOkResponse(WORKBOOK)
  async gapPlans(
    @Query() { on, commune }: GapPlansReportQuery,
    @Body() { purpose }: ReportBody,
  ): Promise<StreamableFile> {
    return download(await this.reports.gapPlans(this.actor.current(), { on, commune, purpose }));
  }

  @Heavy()
  @Post('continuity.xlsx')
  @HttpCode(200)
  @ApiOperation({ summary: 'Who holds which function of a commune; sole holders, and nobody' })
  @ApiOkResponse(WORKBOOK)
  async continuity(
    @Query() query: ContinuityReportQuery,
    @Body() { purpose }: ReportBody,
  ): Promise<StreamableFile> {
    const asked = { source: sourceOf(query), commune: query.commune, purpose };
    return download(await this.continuityReports.file(this.actor.current(), asked));
  }
}
