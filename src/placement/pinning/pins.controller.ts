import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { seesWhole } from '../../access/fields/fields.rules.js';
import { Needs } from '../../access/needs.js';
import type { ListedPin } from '../../scenario/pin.store.js';
import type { Actor } from '../../shared/actor.js';
import { BadInput } from '../../shared/errors.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { protectedMessage } from '../protected-words.js';
import {
  PinBody,
  PinRemovalQuery,
  type PinResponse,
  PinSetResponse,
  ScenarioPinsResponse,
} from './pins.responses.js';
import { type PinWish, PinsService } from './pins.service.js';

/** Places given and kept away by hand. */
@ApiTags('scenario')
@Controller('scenarios/:id/pins')
@Needs('scenario.write')
export class PinsController {
  constructor(
    private readonly pins: PinsService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What is given by hand in a scenario' })
  @ApiOkResponse({ type: ScenarioPinsResponse })
  async list(@Param('id', IdPipe) scenarioId: number): Promise<ScenarioPinsResponse> {
    const actor = this.actor.current();
    const { version, pins } = await this.pins.list(actor, scenarioId);
    return { version, pins: pins.map((pin) => pinShown(actor, pin)) };
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a person a seat, let them leave, or keep them from a place' })
  @ApiOkResponse({ type: PinSetResponse })
  async set(
    @Param('id', IdPipe) scenarioId: number,
    @Body() body: PinBody,
  ): Promise<PinSetResponse> {
    const actor = this.actor.current();
    const { version, staffId } = body;
    const set = await this.pins.set(actor, { scenarioId, version, staffId, pin: pinOf(body) });
    return {
      version: set.version,
      pins: set.pins.map((pin) => pinShown(actor, pin)),
      breaches: set.breaches.map(({ code, severity, message }) => ({
        code,
        severity,
        message: protectedMessage(message),
      })),
    };
  }

  @Delete(':pin')
  @ApiOperation({ summary: 'Take a pin off' })
  @ApiOkResponse({ type: ScenarioPinsResponse })
  async remove(
    @Param('id', IdPipe) scenarioId: number,
    @Param('pin', IdPipe) id: number,
    @Query() { version }: PinRemovalQuery,
  ): Promise<ScenarioPinsResponse> {
    const actor = this.actor.current();
    const left = await this.pins.remove(actor, { scenarioId, id, version });
    return { version: left.version, pins: left.pins.map((pin) => pinShown(actor, pin)) };
  }
}

function pinShown({ role }: Actor, { reason, ...pin }: ListedPin): PinResponse {
  return { ...pin, reason: seesWhole(role, 'pins', 'reason') ? reason : null };
}

/** @throws BadInput `placement.pin-incomplete` */
function pinOf({ kind, unitCode, positionCode, reason }: PinBody): PinWish {
  switch (kind) {
    case 'leave':
      return { kind, reason };
    case 'forbid':
      return { kind, unitCode: unitCode ?? null, positionCode: positionCode ?? null, reason };
    case 'seat':
      if (unitCode !== undefined && positionCode !== undefined) {
        return { kind, unitCode, positionCode, reason };
      }
  }
  throw new BadInput(
    'placement.pin-incomplete',
    'Chỉ định vào vị trí cần có unitCode và positionCode.',
  );
}
