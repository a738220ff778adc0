import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Needs } from '../../access/needs.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { PersonActsService, type PersonWithActs } from './person-acts.service.js';
import { EXITS, STAGES } from './person-state.rules.js';
import {
  HandedOverResponse,
  HandOverBody,
  PeopleOfPlanQuery,
  PeopleOfPlanResponse,
  PersonActBody,
  PersonActsResponse,
  type PersonStateResponse,
} from './person-states.responses.js';
import {
  type PersonState,
  type PersonStates,
  PersonStatesService,
} from './person-states.service.js';

/** How far each person of a plan has come, and what they say to it. */
@ApiTags('decision')
@Controller('scenarios/:id')
export class PersonStatesController {
  constructor(
    private readonly states: PersonStatesService,
    private readonly acts: PersonActsService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('people')
  @Needs('scenario.read')
  @ApiOperation({ summary: 'People of a plan and how far they have come, without their opinions' })
  @ApiOkResponse({ type: PeopleOfPlanResponse })
  async list(
    @Param('id', IdPipe) id: number,
    @Query() { search, ...filter }: PeopleOfPlanQuery,
  ): Promise<PeopleOfPlanResponse> {
    return statesResponse(
      await this.states.list(this.actor.current(), id, { ...filter, name: search }),
    );
  }

  @Get('people/:staffId/acts')
  @Needs('scenario.write')
  @ApiOperation({ summary: 'Opinion, objections, complaints and hand-over of a person in a plan' })
  @ApiOkResponse({ type: PersonActsResponse })
  async of(
    @Param('id', IdPipe) id: number,
    @Param('staffId', IdPipe) staffId: number,
  ): Promise<PersonActsResponse> {
    return actsResponse(await this.acts.of(this.actor.current(), id, staffId));
  }

  @Post('people/:staffId/acts')
  @HttpCode(200)
  @Needs('scenario.write')
  @ApiOperation({ summary: 'Record one; it stays on record' })
  @ApiOkResponse({ type: PersonActsResponse })
  async add(
    @Param('id', IdPipe) scenarioId: number,
    @Param('staffId', IdPipe) staffId: number,
    @Body() body: PersonActBody,
  ): Promise<PersonActsResponse> {
    const given = { scenarioId, staffId, ...body };
    return actsResponse(await this.acts.add(this.actor.current(), given));
  }

  @Post('hand-overs')
  @HttpCode(200)
  @Needs('scenario.write')
  @ApiOperation({ summary: 'The hand-over of work of people who are not there is agreed' })
  @ApiOkResponse({ type: HandedOverResponse })
  async handOver(
    @Param('id', IdPipe) scenarioId: number,
    @Body() body: HandOverBody,
  ): Promise<HandedOverResponse> {
    const given = { scenarioId, ...body };
    return { agreed: await this.acts.handOver(this.actor.current(), given) };
  }
}

function statesResponse(told: PersonStates): PeopleOfPlanResponse {
  const { id: scenarioId, state } = told.scenario;
  const { runId, surplusUntil, absent, handedOver, open, total } = told;
  return {
    ...{ scenarioId, state, runId, surplusUntil, absent, handedOver, open, total },
    stages: STAGES.map((stage) => ({ stage, people: told.stages[stage] })),
    exits: EXITS.map((exit) => ({ exit, people: told.exits[exit] })),
    items: told.items.map((person) => stateResponse(person, told)),
  };
}

function stateResponse(person: PersonState, { names }: PersonStates): PersonStateResponse {
  const { oldUnitCode, oldPositionCode, unitCode, positionCode } = person;
  const from = names?.oldPlace(oldUnitCode, oldPositionCode);
  const to = names?.newPlace(unitCode, positionCode);
  const { staffId, fullName, stage, exit, stance, heardOn, letterNumber, decidedOn } = person;
  const { grievances, open, answerUntil, absent, handedOverOn } = person;
  return {
    ...{ staffId, fullName, stage, exit, stance, heardOn, letterNumber, decidedOn },
    ...{ grievances, open, answerUntil, absent, handedOverOn },
    oldUnitName: from?.oldUnitName ?? oldUnitCode,
    oldPositionName: from?.oldPositionName ?? oldPositionCode,
    unitName: to?.unitName ?? null,
    communeName: to?.communeName ?? null,
    positionName: to?.positionName ?? null,
  };
}

function actsResponse({ person, acts }: PersonWithActs): PersonActsResponse {
  const { staffId, fullName, stage, exit, absent, letterNumber } = person;
  return {
    ...{ staffId, fullName, stage, exit, absent, letterNumber },
    acts: acts.map(({ id, kind, ofAct, happenedOn, code, note, ...rest }) => ({
      ...{ id, kind, ofAct, happenedOn, code, note },
      ...{ answerUntil: rest.answerUntil },
      ...{ recordedName: rest.recordedName, recordedAt: rest.recordedAt },
    })),
  };
}
