import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Needs } from '../access/needs.js';
import type { Actor } from '../shared/actor.js';
import { ConfirmParameterBody, SetParameterBody, VersionsQuery } from './law-edit.bodies.js';
import { LawEditService } from './law-edit.service.js';
import type { WantedParameter } from './law-writer.js';
import { parameterResponse } from './law.controller.js';
import { ParameterVersionResponse } from './law.responses.js';
import type { ParameterVersion } from './law.store.js';

@ApiTags('law')
@Controller('law')
export class LawEditController {
  constructor(
    private readonly law: LawEditService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('versions')
  @Needs('law.read')
  @ApiOperation({ summary: 'Every version of a parameter, those that stand first' })
  @ApiOkResponse({ type: [ParameterVersionResponse] })
  async versions(@Query() { key }: VersionsQuery): Promise<ParameterVersionResponse[]> {
    const actor = this.actor.current();
    const versions = await this.law.versions(actor, key);
    return versions.map((version) => versionResponse(version, actor));
  }

  @Post('parameters')
  @HttpCode(204)
  @Needs('law.write')
  @ApiOperation({ summary: 'Set a value of the province from a day on; older versions stay' })
  @ApiNoContentResponse()
  set(@Body() body: SetParameterBody): Promise<void> {
    return this.law.set(this.actor.current(), wantedParameter(body));
  }

  @Post('confirmations')
  @HttpCode(204)
  @Needs('law.write')
  @ApiOperation({ summary: 'Say that the value of a day was compared with the official text' })
  @ApiNoContentResponse()
  confirm(@Body() { key, on, unit, note = '' }: ConfirmParameterBody): Promise<void> {
    return this.law.confirm(this.actor.current(), {
      ...{ key, on, note },
      unit: unit ?? null,
    });
  }
}

/** What a body asks for. */
export function wantedParameter(body: SetParameterBody): WantedParameter {
  const { sourceDocument, sourceArticle = '', sourceOn = '', endsOn = null, note = '' } = body;
  return {
    key: body.key,
    value: body.value,
    unit: body.unit ?? null,
    startsOn: body.startsOn,
    endsOn,
    source: { document: sourceDocument, article: sourceArticle, date: sourceOn },
    evidence: body.evidence,
    note,
  };
}

function versionResponse(version: ParameterVersion, actor: Actor): ParameterVersionResponse {
  const { recordedAt, recordedBy, supersededAt, confirmedAt, confirmedBy, confirmedNote } = version;
  return {
    ...parameterResponse(version, actor),
    recordedAt,
    recordedBy,
    supersededAt,
    confirmedAt,
    confirmedBy,
    confirmedNote,
  };
}
