import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Needs } from '../../access/needs.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { DrawnMapBody, PastedMapBody, SavedMapBody } from './map.bodies.js';
import { AssessedMapResponse, MapResponse, PastedMapResponse } from './map.responses.js';
import { MapService } from './map.service.js';
import { assessedResponse, mapResponse, pastedResponse } from './map.shown.js';

/** The merger map of a plan, drawn by hand. */
@ApiTags('merger')
@Controller('scenarios/:id/map')
@Needs('scenario.write')
export class MapController {
  constructor(
    private readonly maps: MapService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Old communes, new communes, and which becomes which' })
  @ApiOkResponse({ type: MapResponse })
  async get(@Param('id', IdPipe) id: number): Promise<MapResponse> {
    return mapResponse(await this.maps.get(this.actor.current(), id));
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'The law’s criteria and all breaches under another map; writes nothing',
  })
  @ApiOkResponse({ type: AssessedMapResponse })
  async preview(
    @Param('id', IdPipe) id: number,
    @Body() { rows, areas }: DrawnMapBody,
  ): Promise<AssessedMapResponse> {
    return assessedResponse(await this.maps.assess(this.actor.current(), id, { rows, areas }));
  }

  @Post('pasted')
  @HttpCode(200)
  @ApiOperation({ summary: 'Read a map pasted from a spreadsheet, line by line; writes nothing' })
  @ApiOkResponse({ type: PastedMapResponse })
  async pasted(
    @Param('id', IdPipe) id: number,
    @Body() { text }: PastedMapBody,
  ): Promise<PastedMapResponse> {
    return pastedResponse(await this.maps.read(this.actor.current(), id, text));
  }

  @Put()
  @ApiOperation({ summary: 'Put a map in the place of the one that stands; of drafts only' })
  @ApiOkResponse({ type: MapResponse })
  async save(
    @Param('id', IdPipe) scenarioId: number,
    @Body() { version, rows, areas }: SavedMapBody,
  ): Promise<MapResponse> {
    const order = { scenarioId, version, map: { rows, areas } };
    return mapResponse(await this.maps.save(this.actor.current(), order));
  }
}
