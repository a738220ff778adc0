import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Needs } from '../../access/needs.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { PlaceQuery, WhatIfBody, WhyCellQuery, WhyPersonQuery } from './answers.queries.js';
import {
  NotThereResponse,
  WhatIfResponse,
  WhyCellResponse,
  WhyPersonResponse,
  WithPinsResponse,
} from './answers.responses.js';
import { AnswersService } from './answers.service.js';
import {
  notThereShown,
  whatIfShown,
  whyCellShown,
  whyPersonShown,
  withPinsShown,
} from './answers.shown.js';
import { changeOf } from './change-of.js';

const MOST = 10;

/** Questions about a stored run: what if, why, why not. Nothing is written. */
@ApiTags('scenario')
@Controller('runs/:id')
@Needs('placement.run')
export class AnswersController {
  constructor(
    private readonly answers: AnswersService,
    private readonly actor: CurrentActor,
  ) {}

  @Post('what-if')
  @HttpCode(200)
  @ApiOperation({
    summary: 'The exact change of every level and who moves, if one thing were else',
  })
  @ApiOkResponse({ type: WhatIfResponse })
  async whatIf(@Param('id', IdPipe) id: number, @Body() body: WhatIfBody): Promise<WhatIfResponse> {
    const question = { kind: 'what-if', change: changeOf(body) } as const;
    return whatIfShown(await this.answers.ask(this.actor.current(), id, question));
  }

  @Get('with-pins')
  @ApiOperation({
    summary: 'The best plan under the pins of now beside the run: levels, change, who is elsewhere',
  })
  @ApiOkResponse({ type: WithPinsResponse })
  async withPins(@Param('id', IdPipe) id: number): Promise<WithPinsResponse> {
    return withPinsShown(
      await this.answers.ask(this.actor.current(), id, { kind: 'with-pins' } as const),
    );
  }

  @Get('people/:staffId/why')
  @ApiOperation({
    summary: 'Why a person is there, the next best places, and what closes the others',
  })
  @ApiOkResponse({ type: WhyPersonResponse })
  async whyPerson(
    @Param('id', IdPipe) id: number,
    @Param('staffId', IdPipe) staffId: number,
    @Query() { most = MOST, commune }: WhyPersonQuery,
  ): Promise<WhyPersonResponse> {
    const actor = this.actor.current();
    const question = { kind: 'why-person', staffId, most, commune: commune ?? null } as const;
    return whyPersonShown(actor, await this.answers.ask(actor, id, question));
  }

  @Get('people/:staffId/why-not')
  @ApiOperation({ summary: 'Why a person is not in one place: the rule, or what it would change' })
  @ApiOkResponse({ type: NotThereResponse })
  async whyNot(
    @Param('id', IdPipe) id: number,
    @Param('staffId', IdPipe) staffId: number,
    @Query() { unit: unitCode, position: positionCode }: PlaceQuery,
  ): Promise<NotThereResponse> {
    const actor = this.actor.current();
    const question = { kind: 'why-not-there', staffId, unitCode, positionCode } as const;
    return notThereShown(actor, await this.answers.ask(actor, id, question));
  }

  @Get('seats/why')
  @ApiOperation({ summary: 'Who could take a seat at which change, and why nobody does' })
  @ApiOkResponse({ type: WhyCellResponse })
  async whyCell(
    @Param('id', IdPipe) id: number,
    @Query() { unit: unitCode, position: positionCode, most = MOST }: WhyCellQuery,
  ): Promise<WhyCellResponse> {
    const actor = this.actor.current();
    const question = { kind: 'why-cell', unitCode, positionCode, most } as const;
    return whyCellShown(actor, await this.answers.ask(actor, id, question));
  }
}
