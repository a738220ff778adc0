import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Needs } from '../../access/needs.js';
import { DayQuery } from '../../shared/day.query.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { RevealBody } from './person.queries.js';
import { PersonFileResponse, RevealedResponse } from './person.responses.js';
import { PersonService } from './person.service.js';

@ApiTags('registry')
@Controller('people')
export class PersonController {
  constructor(
    private readonly people: PersonService,
    private readonly actor: CurrentActor,
  ) {}

  @Get(':id')
  @Needs('people.read')
  @ApiOperation({ summary: 'The file of a person, protected values masked or hidden; logged' })
  @ApiOkResponse({ type: PersonFileResponse })
  file(@Param('id', IdPipe) id: number, @Query() { on }: DayQuery): Promise<PersonFileResponse> {
    return this.people.file(this.actor.current(), id, on);
  }

  @Post(':id/reveals')
  @Needs('fields.reveal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Open one protected class or value of a person, with a purpose' })
  @ApiOkResponse({ type: RevealedResponse })
  reveal(@Param('id', IdPipe) id: number, @Body() body: RevealBody): Promise<RevealedResponse> {
    return this.people.reveal(this.actor.current(), id, body);
  }
}
