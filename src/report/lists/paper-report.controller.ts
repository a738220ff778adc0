import { Body, Controller, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags, OmitType } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { PeopleOfPlanQuery } from '../../decision/person/person-states.responses.js';
import { LettersQuery } from '../../letter/letter.bodies.js';
import { PurposeBody } from '../../roster/marked-file.controller.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { download, XLSX } from '../download.js';
import { PaperReportService } from './paper-report.service.js';

const WORKBOOK = { schema: { type: 'string', format: 'binary' } } as const;

/** What the page's list is narrowed by; a workbook has no pages. */
class LetterListQuery extends OmitType(LettersQuery, ['offset', 'limit'] as const) {}
class PeopleListQuery extends OmitType(PeopleOfPlanQuery, ['offset', 'limit'] as const) {}

@ApiTags('reports')
@ApiProduces(XLSX)
@Controller()
export class PaperReportController {
  constructor(
    private readonly papers: PaperReportService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Post('reports/letters.xlsx')
  @Needs('letter.read')
  @HttpCode(200)
  @ApiOperation({ summary: 'The list of letters as a workbook: people in your scope' })
  @ApiOkResponse(WORKBOOK)
  async letters(
    @Query() { scenario, movement, search, all }: LetterListQuery,
    @Body() { purpose }: PurposeBody,
  ): Promise<StreamableFile> {
    const filter = {
      ...{ scenarioId: scenario ?? null, movementId: movement ?? null },
      ...{ search: search ?? '', all: all ?? false },
    };
    return download(await this.papers.letters(this.actor.current(), filter, purpose));
  }

  @Heavy()
  @Post('reports/number-blocks.xlsx')
  @Needs('letter.write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Blocks of decision numbers as a workbook' })
  @ApiOkResponse(WORKBOOK)
  async blocks(@Body() { purpose }: PurposeBody): Promise<StreamableFile> {
    return download(await this.papers.blocks(this.actor.current(), purpose));
  }

  @Heavy()
  @Post('scenarios/:id/agreements.xlsx')
  @Needs('scenario.read')
  @HttpCode(200)
  @ApiOperation({ summary: 'The units that a plan asks and all that they said, as a workbook' })
  @ApiOkResponse(WORKBOOK)
  async answers(
    @Param('id', IdPipe) scenarioId: number,
    @Body() { purpose }: PurposeBody,
  ): Promise<StreamableFile> {
    return download(await this.papers.answers(this.actor.current(), scenarioId, purpose));
  }

  @Heavy()
  @Post('scenarios/:id/people.xlsx')
  @Needs('report.export')
  @HttpCode(200)
  @ApiOperation({ summary: 'How far each person of a plan has come, as a workbook' })
  @ApiOkResponse(WORKBOOK)
  async people(
    @Param('id', IdPipe) scenarioId: number,
    @Query() { search, ...filter }: PeopleListQuery,
    @Body() { purpose }: PurposeBody,
  ): Promise<StreamableFile> {
    const asked = { ...filter, name: search, purpose };
    return download(await this.papers.people(this.actor.current(), scenarioId, asked));
  }
}
