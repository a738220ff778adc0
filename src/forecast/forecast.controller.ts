import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Needs } from '../access/needs.js';
import { sourceOf } from '../gap/gap-source.js';
import {
  ForecastCellsQuery,
  ForecastQuery,
  LeaversQuery,
  LeftOutQuery,
  TrainingQuery,
} from './forecast.queries.js';
import {
  ForecastResponse,
  FutureCellResponse,
  LeaversResponse,
  LeftOutResponse,
  TrainingPageResponse,
} from './forecast.responses.js';
import { ForecastService } from './forecast.service.js';

@ApiTags('forecast')
@Controller('forecast')
@Needs('gap.read')
export class ForecastController {
  constructor(
    private readonly forecast: ForecastService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('summary')
  @ApiOperation({ summary: 'Month by month: retirements, surplus and shortage, and the line' })
  @ApiOkResponse({ type: ForecastResponse })
  summary(@Query() query: ForecastQuery): Promise<ForecastResponse> {
    return this.forecast.summary(this.actor.current(), sourceOf(query), query);
  }

  @Get('leavers')
  @ApiOperation({ summary: 'Who leaves when, as a range where the files know only a year' })
  @ApiOkResponse({ type: LeaversResponse })
  leavers(@Query() query: LeaversQuery): Promise<LeaversResponse> {
    return this.forecast.leavers(this.actor.current(), sourceOf(query), query, query);
  }

  @Get('cells')
  @ApiOperation({
    summary: 'Positions in units whose surplus or shortage will change, or what they have on a day',
  })
  @ApiOkResponse({ type: [FutureCellResponse] })
  cells(@Query() query: ForecastCellsQuery): Promise<FutureCellResponse[]> {
    return this.forecast.cells(this.actor.current(), sourceOf(query), query);
  }

  @Get('left-out')
  @ApiOperation({ summary: 'People who are not forecast: without birth or sex, or past the age' })
  @ApiOkResponse({ type: LeftOutResponse })
  leftOut(@Query() query: LeftOutQuery): Promise<LeftOutResponse> {
    return this.forecast.leftOut(this.actor.current(), sourceOf(query), query, query);
  }

  @Get('training')
  @ApiOperation({ summary: 'Who fits after what, and the seats it would fill' })
  @ApiOkResponse({ type: TrainingPageResponse })
  training(@Query() query: TrainingQuery): Promise<TrainingPageResponse> {
    return this.forecast.training(this.actor.current(), sourceOf(query), query, query);
  }
}
