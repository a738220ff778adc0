import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Needs } from '../access/needs.js';
import { IdPipe } from '../shared/id.pipe.js';
import { AffectedQuery } from './affected.queries.js';
import { AffectedResponse } from './affected.responses.js';
import { AffectedService } from './affected.service.js';

@ApiTags('law')
@Controller('law/drafts')
@Needs('law.write')
export class AffectedController {
  constructor(
    private readonly effects: AffectedService,
    private readonly actor: CurrentActor,
  ) {}

  @Get(':id/affected')
  @ApiOperation({ summary: 'People, units and plans whose result changes with the draft' })
  @ApiOkResponse({ type: AffectedResponse })
  affected(
    @Param('id', IdPipe) id: number,
    @Query() query: AffectedQuery,
  ): Promise<AffectedResponse> {
    return this.effects.affected(this.actor.current(), { id, on: query.on }, query);
  }
}
