import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Headers,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Heavy } from '../access/front/heavy.interceptor.js';
import { Needs } from '../access/needs.js';
import type { Scenario } from '../scenario/scenario.js';
import { ScenarioService } from '../scenario/scenario.service.js';
import {
  ClassificationBody,
  ProposalsPageResponse,
  ProposalsQuery,
  ScenarioCopyBody,
  ScenarioResponse,
  ScenarioWordsBody,
  StateBody,
} from './placement.responses.js';
import { PlacementService } from './placement.service.js';
import { runResponse } from './run-response.js';
import type { PlacementRun } from './run.store.js';
import { BadInput } from '../shared/errors.js';
import { IdPipe } from '../shared/id.pipe.js';

/** Scenarios with their runs, and the runs' lines. */
const NUMBER_HEADER = 'x-personal-number';

@ApiTags('scenario')
@Controller()
export class PlacementController {
  constructor(
    private readonly scenarios: ScenarioService,
    private readonly placement: PlacementService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('scenarios')
  @Needs('scenario.read')
  @ApiOperation({ summary: 'Scenarios with their runs' })
  @ApiOkResponse({ type: [ScenarioResponse] })
  async list(): Promise<ScenarioResponse[]> {
    const actor = this.actor.current();
    const runs = await this.placement.list(actor);
    return (await this.scenarios.list(actor)).map((each) => scenarioResponse(each, runs));
  }

  @Get('scenarios/:id')
  @Needs('scenario.read')
  @ApiOperation({ summary: 'A scenario with its runs' })
  @ApiOkResponse({ type: ScenarioResponse })
  async get(@Param('id', IdPipe) id: number): Promise<ScenarioResponse> {
    return this.withRuns(await this.scenarios.get(this.actor.current(), id));
  }

  @Post('scenarios/:id/state')
  @Needs('scenario.write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Move a scenario by hand: draft ⇄ submitted, withdrawn' })
  @ApiOkResponse({ type: ScenarioResponse })
  async move(@Param('id', IdPipe) id: number, @Body() step: StateBody): Promise<ScenarioResponse> {
    return this.withRuns(await this.scenarios.move(this.actor.current(), { id, ...step }));
  }

  @Patch('scenarios/:id')
  @Needs('scenario.write')
  @ApiOperation({ summary: 'Name and describe a scenario that is not approved yet' })
  @ApiOkResponse({ type: ScenarioResponse })
  async describe(
    @Param('id', IdPipe) id: number,
    @Body() words: ScenarioWordsBody,
  ): Promise<ScenarioResponse> {
    return this.withRuns(await this.scenarios.describe(this.actor.current(), { id, ...words }));
  }

  @Put('scenarios/:id/classification')
  @Needs('scenario.write')
  @ApiOperation({ summary: 'Set the mark of secrecy that every output of the scenario carries' })
  @ApiOkResponse({ type: ScenarioResponse })
  async classify(
    @Param('id', IdPipe) id: number,
    @Body() { mark: classification, version }: ClassificationBody,
  ): Promise<ScenarioResponse> {
    const actor = this.actor.current();
    return this.withRuns(await this.scenarios.classify(actor, { id, classification, version }));
  }

  @Heavy()
  @Post('scenarios/:id/copies')
  @Needs('scenario.write')
  @ApiOperation({ summary: 'A new draft on the same frozen facts and pins' })
  @ApiCreatedResponse({ type: ScenarioResponse })
  async copy(
    @Param('id', IdPipe) id: number,
    @Body() { name, description = '' }: ScenarioCopyBody,
  ): Promise<ScenarioResponse> {
    const actor = this.actor.current();
    return this.withRuns(await this.scenarios.copy(actor, { id, name, description }));
  }

  @Get('runs/:id/proposals')
  @Needs('scenario.read')
  @ApiOperation({ summary: 'Where a run puts each person, and why' })
  @ApiHeader({
    name: NUMBER_HEADER,
    required: false,
    description: 'A whole personal number, in place of `search`; it must not stand in an address',
  })
  @ApiOkResponse({ type: ProposalsPageResponse })
  proposals(
    @Param('id', IdPipe) id: number,
    @Query() query: ProposalsQuery,
    @Headers(NUMBER_HEADER) number?: string,
  ): Promise<ProposalsPageResponse> {
    const search = number === undefined ? query.search : wholeNumber(number);
    const asked = search === undefined ? query : { ...query, search };
    return this.placement.proposals(this.actor.current(), id, asked);
  }

  private async withRuns(scenario: Scenario): Promise<ScenarioResponse> {
    return scenarioResponse(scenario, await this.placement.list(this.actor.current()));
  }
}

/** @throws BadInput `placement.personal-number`, which does not repeat it */
function wholeNumber(number: string): string {
  if (/^\d{9,12}$/.test(number)) return number;
  throw new BadInput('placement.personal-number', 'Số định danh cần từ 9 đến 12 chữ số.');
}

export function scenarioResponse(
  scenario: Scenario,
  runs: readonly PlacementRun[],
): ScenarioResponse {
  return {
    id: scenario.id,
    name: scenario.name,
    description: scenario.description,
    state: scenario.state,
    classification: scenario.classification,
    effectiveOn: scenario.effectiveOn,
    rulesOn: scenario.rulesOn,
    chosenRunId: scenario.chosenRunId,
    submittedAt: scenario.submittedAt,
    approvedAt: scenario.approvedAt,
    approvedHash: scenario.approvedHash,
    createdAt: scenario.createdAt,
    appliedAt: scenario.appliedAt,
    version: scenario.version,
    factsHash: scenario.factsHash,
    runs: runs.filter((run) => run.scenarioId === scenario.id).map(runResponse),
  };
}
