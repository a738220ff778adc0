import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Needs } from '../../access/needs.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { CHANGED_THINGS, type ChangedThing } from './facts-since.rules.js';
import { RunChangesService } from './run-changes.service.js';

export class RunChangeResponse {
  @ApiProperty({ enum: CHANGED_THINGS }) what!: ChangedThing;
  @ApiProperty() count!: number;
  @ApiProperty({ type: [String], description: 'The first 20; people not to be named are left out' })
  names!: readonly string[];
}

export class RunChangesResponse {
  @ApiProperty({ description: 'The run no longer stands on the facts of now' }) stale!: boolean;
  @ApiProperty({ type: [RunChangeResponse] }) changes!: RunChangeResponse[];
}

/** Whether runs are still of today. */
@ApiTags('scenario')
@Controller('runs/:id/changes')
@Needs('placement.run')
export class RunChangesController {
  constructor(
    private readonly changes: RunChangesService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What has changed since a run: people, units, law, seats, pins' })
  @ApiOkResponse({ type: RunChangesResponse })
  async of(@Param('id', IdPipe) id: number): Promise<RunChangesResponse> {
    const changes = await this.changes.of(this.actor.current(), id);
    return {
      stale: changes.length > 0,
      changes: changes.map(({ what, count, names }) => ({ what, count, names })),
    };
  }
}
