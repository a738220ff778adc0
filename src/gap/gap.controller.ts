import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Needs } from '../access/needs.js';
import { sourceOf } from './gap-source.js';
import { GapCellsQuery, GapPeopleQuery, GapSummaryQuery } from './gap.queries.js';
import { GapCellResponse, GapPeopleResponse, GapSummaryResponse } from './gap.responses.js';
import { GapService } from './gap.service.js';

@ApiTags('gap')
@Controller('gap')
@Needs('gap.read')
export class GapController {
  constructor(
    private readonly gap: GapService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('cells')
  @ApiOperation({ summary: 'Surplus and shortage by commune and position' })
  @ApiOkResponse({ type: [GapCellResponse] })
  cells(@Query() query: GapCellsQuery): Promise<GapCellResponse[]> {
    return this.gap.cells(this.actor.current(), sourceOf(query), query.block);
  }

  @Get('summary')
  @ApiOperation({ summary: 'The same figures by block, field, zone and commune' })
  @ApiOkResponse({ type: GapSummaryResponse })
  summary(@Query() query: GapSummaryQuery): Promise<GapSummaryResponse> {
    return this.gap.summary(this.actor.current(), sourceOf(query), query.block);
  }

  @Get('people')
  @ApiOperation({ summary: 'The people behind one cell' })
  @ApiOkResponse({ type: GapPeopleResponse })
  people(@Query() query: GapPeopleQuery): Promise<GapPeopleResponse> {
    const { commune, position } = query;
    return this.gap.people(this.actor.current(), sourceOf(query), { commune, position });
  }
}
