import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { download, XLSX } from '../download.js';
import { ReportBody, ReportQuery } from '../report.queries.js';
import {
  WishesResponse,
  wishesResponse,
  WishListQuery,
  WishPeopleQuery,
  WishPeopleResponse,
  wishPeopleResponse,
} from './wishes.responses.js';
import { WishesService } from './wishes.service.js';

const WORKBOOK = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('reports')
@Controller()
export class WishesController {
  constructor(
    private readonly wishes: WishesService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('wishes')
  @Needs('scenario.read')
  @ApiOperation({ summary: 'How a run serves wishes: first, top three, the worst tenth' })
  @ApiOkResponse({ type: WishesResponse })
  async of(@Query() { run }: ReportQuery): Promise<WishesResponse> {
    return wishesResponse(await this.wishes.of(this.actor.current(), run));
  }

  @Get('wishes/people')
  @Needs('scenario.read')
  @ApiOperation({ summary: 'Who wished for something, what for, and what a run gives them' })
  @ApiOkResponse({ type: WishPeopleResponse })
  async people(
    @Query() { run, offset, limit, ...filter }: WishPeopleQuery,
  ): Promise<WishPeopleResponse> {
    const listed = await this.wishes.people(this.actor.current(), run, filter);
    return wishPeopleResponse(listed, { offset, limit });
  }

  @Heavy()
  @Post('reports/wishes.xlsx')
  @Needs('report.export')
  @HttpCode(200)
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'The same as a workbook' })
  @ApiOkResponse(WORKBOOK)
  async file(
    @Query() { run }: ReportQuery,
    @Body() { purpose }: ReportBody,
  ): Promise<StreamableFile> {
    return download(await this.wishes.file(this.actor.current(), run, purpose));
  }
  @Heavy()
  @Post('reports/wish-people.xlsx')
  @Needs('report.export')
  @HttpCode(200)
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'The list of those who wished for something, as a workbook' })
  @ApiOkResponse(WORKBOOK)
  async peopleFile(
    @Query() query: WishListQuery,
    @Body() { purpose }: ReportBody,
  ): Promise<StreamableFile> {
    return download(await this.wishes.peopleFile(this.actor.current(), query, purpose));
  }
}
