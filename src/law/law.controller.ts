import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Needs } from '../access/needs.js';
import { isSettled, unitOfScope, type ParameterRow } from '../rules/parameters.js';
import type { Actor } from '../shared/actor.js';
import { DayQuery } from '../shared/day.query.js';
import {
  FieldResponse,
  ParameterInForceResponse,
  ParameterKeyResponse,
  type ParameterResponse,
} from './law.responses.js';
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
  @ApiOkResponse({ type: [ParameterInForceResponse] })
  async parameters(@Query() query: DayQuery): Promise<ParameterInForceResponse[]> {
    const actor = this.actor.current();
    const rows = await this.law.list(actor, query.on);
    return rows.map(({ applies, ...row }) => ({ ...parameterResponse(row, actor), applies }));
  }

  @Get('law/keys')
  @Needs('law.read')
  @ApiOperation({ summary: 'What parameters there may be, and what they are called' })
  @ApiOkResponse({ type: [ParameterKeyResponse] })
  keys(): Promise<ParameterKeyResponse[]> {
    return this.law.keys(this.actor.current());
  }

  @Get('fields')
  @Needs('catalogue.read')
  @ApiOperation({ summary: 'Fields of work' })
  @ApiOkResponse({ type: [FieldResponse] })
  fields(): Promise<FieldResponse[]> {
    return this.law.fields(this.actor.current());
  }
}

export function parameterResponse(
  { source, ...row }: ParameterRow,
  { provinceCode }: Pick<Actor, 'provinceCode'>,
): ParameterResponse {
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
    unit: unitOfScope(provinceCode, row.scope),
    assumed: !isSettled(row.evidence),
  };
}
