import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { PurposeBody } from '../../roster/marked-file.controller.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { download, XLSX } from '../download.js';
import {
  MergerPeoplePageQuery,
  MergerPeopleQuery,
  MergerPeopleResponse,
  mergerPeopleResponse,
} from './merger-people.responses.js';
import { MergerPeopleService } from './merger-people.service.js';

@ApiTags('merger')
@Controller('scenarios/:id/merger')
export class MergerPeopleController {
  constructor(
    private readonly people: MergerPeopleService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('people')
  @Needs('scenario.read')
  @ApiOperation({ summary: 'Whom a merger takes along, and whose way somebody must choose' })
  @ApiOkResponse({ type: MergerPeopleResponse })
  async list(
    @Param('id', IdPipe) id: number,
    @Query() { offset, limit, ...filter }: MergerPeoplePageQuery,
  ): Promise<MergerPeopleResponse> {
    const listed = await this.people.of(this.actor.current(), id, filter);
    return mergerPeopleResponse(listed, { offset, limit });
  }

  @Heavy()
  @Post('people.xlsx')
  @Needs('report.export')
  @HttpCode(200)
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'The same list, whole, as a workbook' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Param('id', IdPipe) id: number,
    @Query() filter: MergerPeopleQuery,
    @Body() { purpose }: PurposeBody,
  ): Promise<StreamableFile> {
    return download(await this.people.file(this.actor.current(), id, { ...filter, purpose }));
  }
}
