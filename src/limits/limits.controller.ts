import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Needs } from '../access/needs.js';
import { GapQuery } from '../gap/gap.queries.js';
import { sourceOf } from '../gap/gap-source.js';
import { LimitPeopleQuery, LimitsPageQuery, UnitLimitsQuery } from './limits.queries.js';
import {
  LimitPeopleResponse,
  LimitsResponse,
  RankPlacementsResponse,
  UnitLimitsResponse,
} from './limits.responses.js';
import { LimitsService } from './limits.service.js';

@ApiTags('limits')
@Controller('limits')
@Needs('gap.read')
export class LimitsController {
  constructor(
    private readonly limits: LimitsService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('summary')
  @ApiOperation({ summary: 'Averages and totals of the province, the line by years, posts cut' })
  @ApiOkResponse({ type: LimitsResponse })
  summary(@Query() query: GapQuery): Promise<LimitsResponse> {
    return this.limits.summary(this.actor.current(), sourceOf(query));
  }

  @Get('units')
  @ApiOperation({ summary: 'Limits of each unit: norms by block, deputies of bodies' })
  @ApiOkResponse({ type: UnitLimitsResponse })
  units(@Query() query: UnitLimitsQuery): Promise<UnitLimitsResponse> {
    return this.limits.units(this.actor.current(), sourceOf(query), query, query);
  }

  @Get('people')
  @ApiOperation({
    summary: 'Everybody with a main posting, or whom a limit of the province counts',
  })
  @ApiOkResponse({ type: LimitPeopleResponse })
  people(@Query() query: LimitPeopleQuery): Promise<LimitPeopleResponse> {
    return this.limits.people(this.actor.current(), sourceOf(query), query, query);
  }

  @Get('rank-placements')
  @ApiOperation({ summary: 'Who is to be placed in the rank of the position' })
  @ApiOkResponse({ type: RankPlacementsResponse })
  rankPlacements(@Query() query: LimitsPageQuery): Promise<RankPlacementsResponse> {
    return this.limits.rankPlacements(this.actor.current(), sourceOf(query), query, query);
  }
}
