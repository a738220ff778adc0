import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Needs } from '../access/needs.js';
import { ConfirmParameterBody, SetParameterBody, VersionsQuery } from './law-edit.bodies.js';
import { LawEditService } from './law-edit.service.js';
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
    return (await this.law.versions(this.actor.current(), key)).map(versionResponse);
  }

  @Post('parameters')
  @HttpCode(204)
  @Needs('law.write')
  @ApiOperation({ summary: 'Set a value of the province from a day on; older versions stay' })
  @ApiNoContentResponse()
  set(@Body() body: SetParameterBody): Promise<void> {
    const { sourceDocument, sourceArticle = '', sourceOn = '', endsOn = null, note = '' } = body;
    return this.law.set(this.actor.current(), {
      key: body.key,
      value: body.value,
      startsOn: body.startsOn,
      endsOn,
      source: { document: sourceDocument, article: sourceArticle, date: sourceOn },
      evidence: body.evidence,
      note,
    });
  }

  @Post('confirmations')
  @HttpCode(204)
  @Needs('law.write')
  @ApiOperation({ summary: 'Say that the value of a day was compared with the official text' })
  @ApiNoContentResponse()
  confirm(@Body() { key, on, note = '' }: ConfirmParameterBody): Promise<void> {
    return this.law.confirm(this.actor.current(), { key, on, note });
  }
}

function versionResponse(version: ParameterVersion): ParameterVersionResponse {
  const { recordedAt, recordedBy, supersededAt, confirmedAt, confirmedBy, confirmedNote } = version;
  return {
    ...parameterResponse(version),
    recordedAt,
    recordedBy,
    supersededAt,
    confirmedAt,
    confirmedBy,
    confirmedNote,
  };
}
