import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Needs } from '../access/needs.js';
import type { ParameterRow } from '../rules/parameters.js';
import { DayQuery } from '../shared/day.query.js';
import { FieldResponse, ParameterResponse } from './law.responses.js';
import { LawService } from './law.service.js';

@ApiTags('law')
@Controller()
export class LawController {
  constructor(
    private readonly law: LawService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('law/parameters')
  @Needs('law.read')
  @ApiOperation({ summary: 'Dated parameters in force on a day, with their sources' })
  @ApiOkResponse({ type: [ParameterResponse] })
  async parameters(@Query() query: DayQuery): Promise<ParameterResponse[]> {
    return (await this.law.list(this.actor.current(), query.on)).map(parameterResponse);
  }

  @Get('fields')
  @Needs('catalogue.read')
  @ApiOperation({ summary: 'Fields of work' })
  @ApiOkResponse({ type: [FieldResponse] })
  fields(): Promise<FieldResponse[]> {
    return this.law.fields(this.actor.current());
  }
}

export function parameterResponse({ source, ...row }: ParameterRow): ParameterResponse {
  return {
    key: row.key,
    value: row.value,
    scope: row.scope,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    sourceDocument: source.document,
    sourceArticle: source.article,
    sourceOn: source.date,
    evidence: row.evidence,
    note: row.note,
  };
}
