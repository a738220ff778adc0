import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsInt } from 'class-validator';
import { CurrentActor } from '../access/current-actor.js';
import { Heavy } from '../access/front/heavy.interceptor.js';
import { Needs } from '../access/needs.js';
import { SCENARIO_STATES, type ScenarioState } from '../scenario/scenario.js';
import { type Applied, ApplicationService } from './application.service.js';
import { CHECK_SEVERITIES } from './preflight.plan.js';
import { PreflightService } from './preflight.service.js';
import { ScheduleResponse } from './schedule/schedule.responses.js';
import { IdPipe } from '../shared/id.pipe.js';
import { MayBeLeftOut } from '../shared/left-out.js';

class ApplicationBody {
  @ApiProperty({ description: 'The version that you saw' })
  @IsInt({ message: 'version: cần số nguyên' })
  version!: number;

  @ApiPropertyOptional({ description: 'The run that you mean: the approved one' })
  @MayBeLeftOut()
  @IsInt({ message: 'runId: cần số nguyên' })
  runId?: number;
}

class TakeBackBody {
  @ApiProperty({ description: 'The version that you saw' })
  @IsInt({ message: 'version: cần số nguyên' })
  version!: number;
}

class PreflightCheckResponse {
  @ApiProperty({ example: 'people-changed' }) code!: string;
  @ApiProperty({ enum: CHECK_SEVERITIES, description: 'error = applying is refused' })
  severity!: (typeof CHECK_SEVERITIES)[number];
  @ApiProperty() count!: number;
  @ApiProperty() message!: string;
}

class AbsentPersonResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty({ type: String, nullable: true, description: 'null = not agreed yet' })
  handedOverOn!: string | null;
}

class PreflightResponse {
  @ApiProperty() scenarioId!: number;
  @ApiProperty({ enum: SCENARIO_STATES }) state!: ScenarioState;
  @ApiProperty() version!: number;
  @ApiProperty({ type: Number, nullable: true }) runId!: number | null;
  @ApiProperty({ description: 'Nothing stands against applying it now' }) ready!: boolean;
  @ApiProperty({ type: [PreflightCheckResponse], description: 'Errors first' })
  checks!: PreflightCheckResponse[];
  @ApiProperty({
    type: [AbsentPersonResponse],
    description: 'In study, seconded or on maternity leave on the day: their work is handed over',
  })
  absent!: AbsentPersonResponse[];
  @ApiProperty({
    type: ScheduleResponse,
    nullable: true,
    description: 'The newest appointment of a day to apply it',
  })
  schedule!: ScheduleResponse | null;
}

class AppliedResponse {
  @ApiProperty() scenarioId!: number;
  @ApiProperty({ enum: SCENARIO_STATES }) state!: ScenarioState;
  @ApiProperty() version!: number;
  @ApiProperty({ description: 'false = nothing was written now' }) applied!: boolean;
  @ApiProperty() message!: string;
}

@ApiTags('decision')
@Controller('scenarios')
@Needs('decision.apply')
export class ApplicationController {
  constructor(
    private readonly application: ApplicationService,
    private readonly preflight: PreflightService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Get(':id/application')
  @ApiOperation({ summary: 'Pre-flight: what applying would meet now; nothing is written' })
  @ApiOkResponse({ type: PreflightResponse })
  async look(@Param('id', IdPipe) id: number): Promise<PreflightResponse> {
    const { scenario, runId, checks, absent, schedule } = await this.preflight.of(
      this.actor.current(),
      id,
    );
    const { id: scenarioId, state, version } = scenario;
    const ready = checks.every(({ severity }) => severity !== 'error');
    return {
      ...{ scenarioId, state, version, runId, ready },
      checks: [...checks],
      absent: [...absent],
      schedule,
    };
  }

  @Heavy()
  @Post(':id/application')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Apply an approved scenario: units, seats and postings in one transaction',
  })
  @ApiOkResponse({ type: AppliedResponse })
  async apply(
    @Param('id', IdPipe) scenarioId: number,
    @Body() body: ApplicationBody,
  ): Promise<AppliedResponse> {
    return response(await this.application.apply(this.actor.current(), { scenarioId, ...body }));
  }

  @Heavy()
  @Delete(':id/application')
  @ApiOperation({ summary: 'Take an applied scenario back while nothing stands on it' })
  @ApiOkResponse({ type: AppliedResponse })
  async takeBack(
    @Param('id', IdPipe) scenarioId: number,
    @Body() { version }: TakeBackBody,
  ): Promise<AppliedResponse> {
    const actor = this.actor.current();
    return response(await this.application.takeBack(actor, { scenarioId, version }));
  }
}

function response({ scenario, applied, message }: Applied): AppliedResponse {
  const { id: scenarioId, state, version } = scenario;
  return { scenarioId, state, version, applied, message };
}
