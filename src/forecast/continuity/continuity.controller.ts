import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CurrentActor } from '../../access/current-actor.js';
import { Needs } from '../../access/needs.js';
import { sourceOf } from '../../gap/gap-source.js';
import { LeaversQuery } from '../forecast.queries.js';
import type { ContinuityState } from './continuity.plan.js';
import { ContinuityResponse } from './continuity.responses.js';
import { ContinuityService } from './continuity.service.js';
import { MayBeLeftOut } from '../../shared/left-out.js';

const STATES = ['no-division', 'uncovered', 'unassigned', 'sole', 'covered'] as const;

class ContinuityQuery extends LeaversQuery {
  @ApiPropertyOptional({ enum: STATES })
  @MayBeLeftOut()
  @IsIn(STATES, { message: `state: cần một trong ${STATES.join(', ')}` })
  state?: ContinuityState;
}

@ApiTags('forecast')
@Controller('continuity')
@Needs('gap.read')
export class ContinuityController {
  constructor(
    private readonly continuity: ContinuityService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who holds which function of a commune; sole holders, and nobody' })
  @ApiOkResponse({ type: ContinuityResponse })
  of(@Query() query: ContinuityQuery): Promise<ContinuityResponse> {
    return this.continuity.of(this.actor.current(), sourceOf(query), query);
  }
}
