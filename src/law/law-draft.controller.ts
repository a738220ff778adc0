import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Needs } from '../access/needs.js';
import { IdPipe } from '../shared/id.pipe.js';
import { DraftBody, DraftRowBody, DraftRowQuery, DraftVersionBody } from './law-edit.bodies.js';
import { wantedParameter } from './law-edit.controller.js';
import { LawDraftService } from './law-draft.service.js';
import type { Draft } from './law-draft.store.js';
import { parameterResponse } from './law.controller.js';
import { DraftResponse } from './law.responses.js';

@ApiTags('law')
@Controller('law/drafts')
@Needs('law.write')
export class LawDraftController {
  constructor(
    private readonly drafts: LawDraftService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Drafts of changes, the open ones first' })
  @ApiOkResponse({ type: [DraftResponse] })
  async list(): Promise<DraftResponse[]> {
    return (await this.drafts.list(this.actor.current())).map((each) => this.shown(each));
  }

  @Get(':id')
  @ApiOperation({ summary: 'A draft with its changes' })
  @ApiOkResponse({ type: DraftResponse })
  async find(@Param('id', IdPipe) id: number): Promise<DraftResponse> {
    return this.shown(await this.drafts.find(this.actor.current(), id));
  }

  @Post()
  @ApiOperation({ summary: 'Begin a draft' })
  @ApiCreatedResponse({ type: DraftResponse })
  async create(@Body() { name }: DraftBody): Promise<DraftResponse> {
    return this.shown(await this.drafts.create(this.actor.current(), name));
  }

  @Put(':id/rows')
  @ApiOperation({ summary: 'Set a parameter in the draft; nothing is in force yet' })
  @ApiOkResponse({ type: DraftResponse })
  async setRow(
    @Param('id', IdPipe) id: number,
    @Body() body: DraftRowBody,
  ): Promise<DraftResponse> {
    const seen = { id, version: body.version };
    return this.shown(await this.drafts.setRow(this.actor.current(), seen, wantedParameter(body)));
  }

  @Delete(':id/rows')
  @ApiOperation({ summary: 'Take a parameter out of the draft' })
  @ApiOkResponse({ type: DraftResponse })
  async removeRow(
    @Param('id', IdPipe) id: number,
    @Query() { version, key, unit, startsOn }: DraftRowQuery,
  ): Promise<DraftResponse> {
    const row = { key, unit: unit ?? null, startsOn };
    return this.shown(await this.drafts.removeRow(this.actor.current(), { id, version }, row));
  }

  @Post(':id/in-force')
  @ApiOperation({ summary: 'Put the draft in force: all its changes become versions' })
  @ApiCreatedResponse({ type: DraftResponse })
  async putInForce(
    @Param('id', IdPipe) id: number,
    @Body() { version }: DraftVersionBody,
  ): Promise<DraftResponse> {
    return this.shown(await this.drafts.putInForce(this.actor.current(), { id, version }));
  }

  @Post(':id/dropped')
  @ApiOperation({ summary: 'Give the draft up; it stays readable' })
  @ApiCreatedResponse({ type: DraftResponse })
  async drop(
    @Param('id', IdPipe) id: number,
    @Body() { version }: DraftVersionBody,
  ): Promise<DraftResponse> {
    return this.shown(await this.drafts.drop(this.actor.current(), { id, version }));
  }

  private shown({ rows, ...draft }: Draft): DraftResponse {
    const { provinceCode } = this.actor.current();
    return { ...draft, rows: rows.map((row) => parameterResponse(row, { provinceCode })) };
  }
}
