import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Needs } from '../../access/needs.js';
import { IdPipe } from '../../shared/id.pipe.js';
import {
  GapPlanBody,
  GapPlanChangeBody,
  GapPlansQuery,
  RequestAnswerBody,
  SpecialistRequestBody,
} from './gap-plan.bodies.js';
import {
  GapPlanResponse,
  GapPlansResponse,
  SpecialistRequestResponse,
} from './gap-plan.responses.js';
import { GapPlanService } from './gap-plan.service.js';
import { SpecialistRequestService } from './specialist-request.service.js';

@ApiTags('movement')
@Controller('gap-plans')
export class GapPlanController {
  constructor(
    private readonly plans: GapPlanService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @Needs('gap.read')
  @ApiOperation({ summary: 'Every gap of a day with the plans to close it' })
  @ApiOkResponse({ type: GapPlansResponse })
  list(@Query() query: GapPlansQuery): Promise<GapPlansResponse> {
    return this.plans.list(this.actor.current(), query);
  }

  @Post()
  @HttpCode(200)
  @Needs('gap-plan.write')
  @ApiOperation({ summary: 'Plan how a gap is closed: by which way, by whom, until when' })
  @ApiOkResponse({ type: GapPlanResponse })
  add(@Body() body: GapPlanBody): Promise<GapPlanResponse> {
    return this.plans.add(this.actor.current(), { ...body, note: body.note ?? null });
  }

  @Patch(':id')
  @Needs('gap-plan.write')
  @ApiOperation({ summary: 'Move a plan on, or give it another person or day' })
  @ApiOkResponse({ type: GapPlanResponse })
  change(
    @Param('id', IdPipe) id: number,
    @Body() body: GapPlanChangeBody,
  ): Promise<GapPlanResponse> {
    return this.plans.change(this.actor.current(), { id, ...body });
  }
}

@ApiTags('movement')
@Controller('requests')
export class SpecialistRequestController {
  constructor(
    private readonly requests: SpecialistRequestService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @Needs('gap.read')
  @ApiOperation({ summary: 'What communes have asked for, and the answers' })
  @ApiOkResponse({ type: [SpecialistRequestResponse] })
  list(): Promise<SpecialistRequestResponse[]> {
    return this.requests.list(this.actor.current());
  }

  @Post()
  @HttpCode(200)
  @Needs('request.ask')
  @ApiOperation({ summary: 'Ask for a specialist, with the reason' })
  @ApiOkResponse({ type: SpecialistRequestResponse })
  ask(@Body() body: SpecialistRequestBody): Promise<SpecialistRequestResponse> {
    return this.requests.ask(this.actor.current(), body);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Needs('request.answer')
  @ApiOperation({ summary: 'Accept or refuse a request, with a sentence for the commune' })
  @ApiOkResponse({ type: SpecialistRequestResponse })
  answer(
    @Param('id', IdPipe) id: number,
    @Body() body: RequestAnswerBody,
  ): Promise<SpecialistRequestResponse> {
    return this.requests.answer(this.actor.current(), { id, ...body });
  }

  @Delete(':id')
  @Needs('request.ask')
  @ApiOperation({ summary: 'Withdraw a request that is not answered yet' })
  @ApiOkResponse({ type: SpecialistRequestResponse })
  withdraw(@Param('id', IdPipe) id: number): Promise<SpecialistRequestResponse> {
    return this.requests.withdraw(this.actor.current(), id);
  }
}
