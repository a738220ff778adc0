import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Needs } from '../access/needs.js';
import { IdPipe } from '../shared/id.pipe.js';
import { DecisionBody, HearingBody, MovementBody, MovementsQuery } from './movement.bodies.js';
import {
  MovementPageResponse,
  MovementPlanResponse,
  MovementResponse,
} from './movement.responses.js';
import { MovementService } from './movement.service.js';
import type { WantedMovement } from './movement.js';

@ApiTags('movement')
@Controller('movements')
export class MovementController {
  constructor(
    private readonly movements: MovementService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @Needs('movement.read')
  @ApiOperation({
    summary: 'Decisions about single people; without the province only decided ones',
  })
  @ApiOkResponse({ type: MovementPageResponse })
  list(@Query() query: MovementsQuery): Promise<MovementPageResponse> {
    return this.movements.list(this.actor.current(), query);
  }

  @Post('preview')
  @HttpCode(200)
  @Needs('movement.write')
  @ApiOperation({ summary: 'What stands against a movement and what it would do; keeps nothing' })
  @ApiOkResponse({ type: MovementPlanResponse })
  preview(@Body() body: MovementBody): Promise<MovementPlanResponse> {
    return this.movements.preview(this.actor.current(), wantedOf(body));
  }

  @Post()
  @HttpCode(200)
  @Needs('movement.write')
  @ApiOperation({ summary: 'Keep a plan' })
  @ApiOkResponse({ type: MovementResponse })
  add(@Body() body: MovementBody): Promise<MovementResponse> {
    return this.movements.add(this.actor.current(), wantedOf(body));
  }

  @Get(':id')
  @Needs('movement.write')
  @ApiOperation({ summary: 'One movement, with its plan as long as it is not decided' })
  @ApiOkResponse({ type: MovementResponse })
  get(@Param('id', IdPipe) id: number): Promise<MovementResponse> {
    return this.movements.get(this.actor.current(), id);
  }

  @Delete(':id')
  @Needs('movement.write')
  @ApiOperation({ summary: 'Withdraw a plan that was never decided' })
  @ApiOkResponse({ type: MovementResponse })
  withdraw(@Param('id', IdPipe) id: number): Promise<MovementResponse> {
    return this.movements.withdraw(this.actor.current(), id);
  }

  @Post(':id/hearing')
  @HttpCode(200)
  @Needs('movement.write')
  @ApiOperation({ summary: 'The person was met and heard' })
  @ApiOkResponse({ type: MovementResponse })
  hear(@Param('id', IdPipe) id: number, @Body() body: HearingBody): Promise<MovementResponse> {
    return this.movements.hear(this.actor.current(), { id, ...body });
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Needs('movement.write')
  @ApiOperation({ summary: 'Number and day of the decision; writes the postings' })
  @ApiOkResponse({ type: MovementResponse })
  decide(@Param('id', IdPipe) id: number, @Body() body: DecisionBody): Promise<MovementResponse> {
    return this.movements.decide(this.actor.current(), { id, ...body });
  }

  @Delete(':id/decision')
  @Needs('movement.write')
  @ApiOperation({ summary: 'Take a decided movement back while nothing stands on it' })
  @ApiOkResponse({ type: MovementResponse })
  takeBack(@Param('id', IdPipe) id: number): Promise<MovementResponse> {
    return this.movements.takeBack(this.actor.current(), id);
  }
}

function wantedOf(body: MovementBody): WantedMovement {
  return {
    staffId: body.staffId,
    kind: body.kind,
    startsOn: body.startsOn,
    endsOn: body.endsOn ?? null,
    unitCode: body.unitCode ?? null,
    positionCode: body.positionCode ?? null,
    reason: body.reason ?? 'task',
    newAllowance: body.newAllowance ?? null,
    ofMovement: body.ofMovement ?? null,
  };
}
