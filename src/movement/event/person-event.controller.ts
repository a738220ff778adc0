import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Needs } from '../../access/needs.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { NewcomerBody, PersonEventBody } from './person-event.bodies.js';
import { PersonEventResponse } from './person-event.responses.js';
import { PersonEventService } from './person-event.service.js';
import { EVENT_COLUMNS, type EventField, type EventValues } from './person-event.js';

@ApiTags('movement')
@Controller()
@Needs('movement.write')
export class PersonEventController {
  constructor(
    private readonly events: PersonEventService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('people/:id/events')
  @ApiOperation({ summary: 'Corrections and life events of a person, without their values' })
  @ApiOkResponse({ type: [PersonEventResponse] })
  list(@Param('id', IdPipe) id: number): Promise<PersonEventResponse[]> {
    return this.events.list(this.actor.current(), id);
  }

  @Post('people/:id/events')
  @HttpCode(200)
  @ApiOperation({ summary: 'A correction, degree, marriage, maternity leave or discipline' })
  @ApiOkResponse({ type: PersonEventResponse })
  add(
    @Param('id', IdPipe) staffId: number,
    @Body() body: PersonEventBody,
  ): Promise<PersonEventResponse> {
    const { kind, effectiveOn, reason, endsOn = null, liftedByRequest = false } = body;
    const values = valuesOf(body);
    const event = { staffId, kind, effectiveOn, reason, values, endsOn, liftedByRequest };
    return this.events.add(this.actor.current(), event);
  }

  @Post('people')
  @HttpCode(200)
  @ApiOperation({ summary: 'Somebody new in the registry, without a post yet' })
  @ApiOkResponse({ type: PersonEventResponse })
  addNewcomer(@Body() body: NewcomerBody): Promise<PersonEventResponse> {
    const { personalNumber, effectiveOn, reason } = body;
    const values = valuesOf(body);
    const newcomer = { personalNumber, effectiveOn, reason, values };
    return this.events.addNewcomer(this.actor.current(), newcomer);
  }

  @Delete('events/:id')
  @ApiOperation({ summary: 'Take an event back while its values still stand' })
  @ApiOkResponse({ type: PersonEventResponse })
  takeBack(@Param('id', IdPipe) id: number): Promise<PersonEventResponse> {
    return this.events.takeBack(this.actor.current(), id);
  }
}

function valuesOf(body: EventValues): EventValues {
  const fields = Object.keys(EVENT_COLUMNS) as EventField[];
  return Object.fromEntries(
    fields.flatMap((field) => (body[field] === undefined ? [] : [[field, body[field]]])),
  );
}
