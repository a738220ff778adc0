import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Needs } from '../../access/needs.js';
import { DayQuery } from '../../shared/day.query.js';
import { GapPlansQuery } from '../gap-plan/gap-plan.bodies.js';
import { EndingsResponse, SecondmentProposalsResponse } from './secondment.responses.js';
import { SecondmentService } from './secondment.service.js';

@ApiTags('movement')
@Controller('secondments')
export class SecondmentController {
  constructor(
    private readonly secondments: SecondmentService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('endings')
  @Needs('movement.read')
  @ApiOperation({ summary: 'Secondments, rotations and terms by their end, with alarms' })
  @ApiOkResponse({ type: EndingsResponse })
  endings(@Query() { on }: DayQuery): Promise<EndingsResponse> {
    return this.secondments.endings(this.actor.current(), on);
  }

  @Get('proposals')
  @Needs('movement.write')
  @ApiOperation({ summary: 'Candidates by the criteria of the province, for every gap of a day' })
  @ApiOkResponse({ type: SecondmentProposalsResponse })
  proposals(@Query() query: GapPlansQuery): Promise<SecondmentProposalsResponse> {
    return this.secondments.proposals(this.actor.current(), query);
  }
}
