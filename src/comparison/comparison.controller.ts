import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Heavy } from '../access/front/heavy.interceptor.js';
import { Needs } from '../access/needs.js';
import {
  ComparedPeopleQuery,
  ComparedPeopleResponse,
  ComparisonQuery,
  ComparisonResponse,
  NeedsResponse,
  ParetoRunResponse,
} from './comparison.responses.js';
import { ComparisonService } from './comparison.service.js';
import { ParetoService } from './pareto.service.js';

/** Plans beside each other. */
@ApiTags('scenario')
@Controller('comparisons')
export class ComparisonController {
  constructor(
    private readonly comparison: ComparisonService,
    private readonly pareto: ParetoService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Get()
  @Needs('scenario.read')
  @ApiOperation({ summary: 'Every figure and limit of runs side by side, and how they differ' })
  @ApiOkResponse({ type: ComparisonResponse })
  overview(@Query() { runs }: ComparisonQuery): Promise<ComparisonResponse> {
    return this.comparison.overview(this.actor.current(), runs);
  }

  @Get('people')
  @Needs('scenario.read')
  @ApiOperation({ summary: 'Where each run puts each person, and by which rule' })
  @ApiOkResponse({ type: ComparedPeopleResponse })
  people(@Query() { runs, ...asked }: ComparedPeopleQuery): Promise<ComparedPeopleResponse> {
    return this.comparison.people(this.actor.current(), runs, asked);
  }

  @Get('needs')
  @Needs('scenario.read')
  @ApiOperation({ summary: 'Couples that runs part, and homes that far ways make necessary' })
  @ApiOkResponse({ type: NeedsResponse })
  needs(@Query() { runs }: ComparisonQuery): Promise<NeedsResponse> {
    return this.comparison.needs(this.actor.current(), runs);
  }

  @Get('choices')
  @Needs('scenario.write')
  @ApiOperation({ summary: 'All runs of the province, and which of them nothing beats (Pareto)' })
  @ApiOkResponse({ type: [ParetoRunResponse] })
  choices(): Promise<ParetoRunResponse[]> {
    return this.pareto.list(this.actor.current());
  }
}
