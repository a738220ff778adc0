import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsInt } from 'class-validator';
import { CurrentActor } from '../../access/current-actor.js';
import { Needs } from '../../access/needs.js';
import { IsCalendarDay } from '../../shared/calendar-day.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { ScheduleResponse } from './schedule.responses.js';
import { ScheduleService } from './schedule.service.js';
import { MayBeLeftOut } from '../../shared/left-out.js';

class ScheduleBody {
  @ApiProperty({ description: 'The version that you saw' })
  @IsInt({ message: 'version: cần số nguyên' })
  version!: number;

  @ApiPropertyOptional({
    format: 'date',
    description: 'A day to come; absent = the day from which the plan is in force',
  })
  @MayBeLeftOut()
  @IsCalendarDay()
  on?: string;
}

@ApiTags('decision')
@Controller('scenarios/:id/application/schedule')
@Needs('decision.apply')
export class ScheduleController {
  constructor(
    private readonly schedule: ScheduleService,
    private readonly actor: CurrentActor,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Appoint a day on which an approved plan is applied by itself' })
  @ApiOkResponse({ type: ScheduleResponse })
  appoint(
    @Param('id', IdPipe) scenarioId: number,
    @Body() body: ScheduleBody,
  ): Promise<ScheduleResponse> {
    return this.schedule.appoint(this.actor.current(), { scenarioId, ...body });
  }

  @Delete()
  @ApiOperation({ summary: 'Call the appointment off while it waits' })
  @ApiOkResponse({ type: ScheduleResponse })
  callOff(@Param('id', IdPipe) scenarioId: number): Promise<ScheduleResponse> {
    return this.schedule.callOff(this.actor.current(), scenarioId);
  }
}
