import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import type { RunNames } from '../../placement/run-names.js';
import { RANKING_CRITERIA, type RankingCriterion } from '../../rules/ranking.rules.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { CLEARINGS, type PoolCandidate, type Vacancy } from './pool.plan.js';
import {
  type CriterionValueResponse,
  OwnLineResponse,
  type PoolCandidateResponse,
  PoolRefusalBody,
  PoolResponse,
  PositionQuery,
  RegisterResponse,
  VacanciesQuery,
  VacanciesResponse,
  VacancyResponse,
} from './pool.responses.js';
import { PoolService, type Register } from './pool.service.js';
import type { LockedRegister } from './pool.store.js';

/** People without a seat in a plan. */
@ApiTags('decision')
@Controller('scenarios/:id/pool')
export class PoolController {
  constructor(
    private readonly pool: PoolService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Get()
  @Needs('scenario.write')
  @ApiOperation({ summary: 'People without a seat, by class of post' })
  @ApiOkResponse({ type: PoolResponse })
  async summary(@Param('id', IdPipe) id: number): Promise<PoolResponse> {
    const { scenario, runId, people, classes, parameters } = await this.pool.summary(
      ...[this.actor.current(), id],
    );
    return {
      ...{ scenarioId: scenario.id, runId, people, parameters: [...parameters] },
      classes: classes.map(({ locked, ...each }) => ({
        ...each,
        locked: locked && lockedResponse(locked),
      })),
    };
  }

  @Heavy()
  @Get('register')
  @Needs('scenario.write')
  @ApiOperation({ summary: 'The ranking register of a class of post as it is now' })
  @ApiOkResponse({ type: RegisterResponse })
  async register(
    @Param('id', IdPipe) id: number,
    @Query() { positionCode }: PositionQuery,
  ): Promise<RegisterResponse> {
    return registerResponse(await this.pool.register(this.actor.current(), id, positionCode));
  }

  @Heavy()
  @Post('register')
  @HttpCode(200)
  @Needs('scenario.write')
  @ApiOperation({ summary: 'Keep the register as it is now, under its hash' })
  @ApiOkResponse({ type: RegisterResponse })
  async lock(
    @Param('id', IdPipe) id: number,
    @Body() { positionCode }: PositionQuery,
  ): Promise<RegisterResponse> {
    return registerResponse(await this.pool.lock(this.actor.current(), id, positionCode));
  }

  @Get('people/:staffId')
  @Needs('scenario.read')
  @ApiOperation({ summary: 'Own lines in locked registers, without the neighbours' })
  @ApiOkResponse({ type: [OwnLineResponse] })
  async own(
    @Param('id', IdPipe) id: number,
    @Param('staffId', IdPipe) staffId: number,
  ): Promise<OwnLineResponse[]> {
    const lines = await this.pool.ownLines(this.actor.current(), id, staffId);
    return lines.map((line) => ({
      ...lockedResponse(line),
      ...{ positionCode: line.positionCode, rank: line.rank, tied: line.tied },
      ...{ partedBy: line.partedBy, values: valuesResponse(line.values) },
    }));
  }

  @Heavy()
  @Get('vacancies')
  @Needs('scenario.write')
  @ApiOperation({ summary: 'Vacancies, and whom of the pool each is offered to first' })
  @ApiOkResponse({ type: VacanciesResponse })
  async vacancies(
    @Param('id', IdPipe) id: number,
    @Query() { clearing, offset, limit }: VacanciesQuery,
  ): Promise<VacanciesResponse> {
    const { names, vacancies } = await this.pool.vacancies(this.actor.current(), id);
    const shown = vacancies.filter((each) => clearing === undefined || each.clearing === clearing);
    return {
      clearings: CLEARINGS.map((each) => ({
        clearing: each,
        vacancies: vacancies.filter((vacancy) => vacancy.clearing === each).length,
      })),
      total: shown.length,
      items: shown.slice(offset, offset + limit).map((each) => vacancyResponse(each, names)),
    };
  }

  @Heavy()
  @Post('refusals')
  @HttpCode(200)
  @Needs('scenario.write')
  @ApiOperation({ summary: 'A vacancy is not given to somebody of the pool, for a coded reason' })
  @ApiOkResponse({ type: VacancyResponse })
  async refuse(
    @Param('id', IdPipe) scenarioId: number,
    @Body() body: PoolRefusalBody,
  ): Promise<VacancyResponse> {
    const given = { scenarioId, ...body };
    const { names, vacancy } = await this.pool.refuse(this.actor.current(), given);
    return vacancyResponse(vacancy, names);
  }
}

function lockedResponse({ id, people, hash, lockedName, lockedAt }: LockedRegister) {
  return { id, people, hash, lockedName, lockedAt };
}

function registerResponse({
  positionCode,
  positionName,
  hash,
  names,
  lines,
}: Register): RegisterResponse {
  return {
    ...{ positionCode, positionName, hash },
    lines: lines.map(({ person, rank, tied, partedBy, values }) => ({
      ...{ staffId: person.staffId, fullName: person.fullName, rank, tied, partedBy },
      communeName: communeOf(person.communeCode, names),
      values: valuesResponse(values),
    })),
  };
}

function valuesResponse(
  values: Readonly<Record<RankingCriterion, number>>,
): CriterionValueResponse[] {
  return RANKING_CRITERIA.map((criterion) => ({ criterion, value: values[criterion] }));
}

function communeOf(code: string, names: RunNames): string {
  return names.communeOf(code)?.name ?? code;
}

function vacancyResponse(
  { communeCode, positionCode, vacant, clearing, candidates }: Vacancy,
  names: RunNames,
): VacancyResponse {
  return {
    ...{ communeCode, positionCode, vacant, clearing },
    communeName: communeOf(communeCode, names),
    positionName: names.newPlace(null, positionCode).positionName ?? positionCode,
    candidates: candidates.map((each) => candidateResponse(each, names)),
  };
}

function candidateResponse(
  { line, notMovable, refusal }: PoolCandidate,
  names: RunNames,
): PoolCandidateResponse {
  const { person, rank, tied } = line;
  return {
    ...{ staffId: person.staffId, fullName: person.fullName, rank, tied, notMovable },
    ...{ fit: person.fit, communeName: communeOf(person.communeCode, names) },
    refusal: refusal?.code ?? null,
    refusalNote: refusal?.note ?? null,
    refusedBy: refusal?.recordedName ?? null,
  };
}
