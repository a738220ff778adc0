import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Needs } from '../access/needs.js';
import { DayQuery } from '../shared/day.query.js';
import type { PositionOnDay } from './position.store.js';
import { PeopleQuery, UnitsQuery } from './registry.queries.js';
import {
  NormResponse,
  PeoplePageResponse,
  PositionNameResponse,
  PositionResponse,
  SeatsResponse,
  UnitResponse,
} from './registry.responses.js';
import { RegistryService } from './registry.service.js';
import type { UnitOnDay } from './unit.store.js';

@ApiTags('registry')
@Controller()
export class RegistryController {
  constructor(
    private readonly registry: RegistryService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('units')
  @Needs('catalogue.read')
  @ApiOperation({ summary: 'Units in force on a day' })
  @ApiOkResponse({ type: [UnitResponse] })
  async units(@Query() query: UnitsQuery): Promise<UnitResponse[]> {
    const units = await this.registry.units(this.actor.current(), query.on);
    return units
      .filter((unit) => query.level === undefined || unit.level === query.level)
      .map(unitResponse);
  }

  @Get('positions')
  @Needs('catalogue.read')
  @ApiOperation({ summary: 'Job positions in force on a day' })
  @ApiOkResponse({ type: [PositionResponse] })
  async positions(@Query() query: DayQuery): Promise<PositionResponse[]> {
    return (await this.registry.positions(this.actor.current(), query.on)).map(positionResponse);
  }

  @Get('positions/names')
  @Needs('catalogue.read')
  @ApiOperation({ summary: 'What positions of any day are called, in Vietnamese and English' })
  @ApiOkResponse({ type: [PositionNameResponse] })
  positionNames(): Promise<PositionNameResponse[]> {
    return this.registry.positionNames(this.actor.current());
  }

  @Get('seats')
  @Needs('seats.read')
  @ApiOperation({ summary: 'Seats in force on a day, in the lowest unit that holds them' })
  @ApiOkResponse({ type: [SeatsResponse] })
  seats(@Query() query: DayQuery): Promise<SeatsResponse[]> {
    return this.registry.seats(this.actor.current(), query.on);
  }

  @Get('norms')
  @Needs('seats.read')
  @ApiOperation({ summary: 'People allowed by unit and block on a day' })
  @ApiOkResponse({ type: [NormResponse] })
  norms(@Query() query: DayQuery): Promise<NormResponse[]> {
    return this.registry.norms(this.actor.current(), query.on);
  }

  @Get('people')
  @Needs('people.read')
  @ApiOperation({ summary: 'People with a main posting on a day' })
  @ApiOkResponse({ type: PeoplePageResponse })
  people(@Query() query: PeopleQuery): Promise<PeoplePageResponse> {
    return this.registry.people(this.actor.current(), query);
  }
}

function unitResponse({ id: _id, ...unit }: UnitOnDay): UnitResponse {
  return {
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    level: unit.level,
    parentCode: unit.parentCode,
    zone: unit.zone,
    border: unit.border,
    areaKm2: unit.areaKm2,
    population: unit.population,
    latitude: unit.latitude,
    longitude: unit.longitude,
    startsOn: unit.startsOn,
    endsOn: unit.endsOn,
  };
}

function positionResponse(position: PositionOnDay): PositionResponse {
  return {
    code: position.code,
    name: position.name,
    nameEn: position.nameEn,
    block: position.block,
    divisionKind: position.divisionKind,
    group: position.group,
    fieldCode: position.field,
    given: position.given,
    partyManaged: position.partyManaged,
    minDegree: position.minDegree,
    majorGroups: position.majorGroups,
    ranks: position.ranks,
    evidence: position.evidence,
    source: position.source,
  };
}
