import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor } from '../../access/current-actor.js';
import { Needs } from '../../access/needs.js';
import { ScenarioService } from '../../scenario/scenario.service.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { PulseResponse } from './pulse.response.js';

const SEEN = 'if-none-match';

/** Whether a scenario changed since somebody looked: asked every moment by whoever has it open, so it costs one row. */
@ApiTags('scenario')
@Controller('scenarios/:id/pulse')
@Needs('scenario.write')
export class PulseController {
  constructor(
    private readonly scenarios: ScenarioService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The version of a scenario and who changed it last' })
  @ApiHeader({ name: SEEN, required: false, description: 'The ETag of before; 304 = no change' })
  @ApiOkResponse({ type: PulseResponse })
  async pulse(
    @Param('id', IdPipe) id: number,
    @Res({ passthrough: true }) response: Response,
    @Headers(SEEN) seen?: string,
  ): Promise<PulseResponse | undefined> {
    const scenario = await this.scenarios.get(this.actor.current(), id);
    const { version, state, changedBy, changedAt, changedWhat } = scenario;
    const tag = `"${id}-${version}"`;
    response.setHeader('ETag', tag);
    if (seen === tag) {
      response.status(304);
      return undefined;
    }
    return { version, state, changedBy, changedAt, changedWhat };
  }
}
