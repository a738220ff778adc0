import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import type { Scenario } from '../../scenario/scenario.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { ApprovalService } from '../approval.service.js';
import {
  AgreementsResponse,
  UnitAnswerBody,
  DecidedStateResponse,
  SeenVersionBody,
} from './agreement.responses.js';
import { type Agreements, AgreementService } from './agreement.service.js';

/** From a submitted plan to an approved one. */
@ApiTags('decision')
@Controller('scenarios/:id')
export class AgreementController {
  constructor(
    private readonly agreements: AgreementService,
    private readonly approval: ApprovalService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('agreements')
  @Needs('scenario.read')
  @ApiOperation({ summary: 'Units that send or receive people, and what they said' })
  @ApiOkResponse({ type: AgreementsResponse })
  async list(@Param('id', IdPipe) scenarioId: number): Promise<AgreementsResponse> {
    return agreementsResponse(await this.agreements.of(this.actor.current(), scenarioId));
  }

  @Post('agreements')
  @Needs('scenario.answer')
  @ApiOperation({ summary: 'Agree or object for a unit; it stays on record' })
  @ApiOkResponse({ type: AgreementsResponse })
  @HttpCode(200)
  async answer(
    @Param('id', IdPipe) scenarioId: number,
    @Body() body: UnitAnswerBody,
  ): Promise<AgreementsResponse> {
    const given = { scenarioId, ...body };
    return agreementsResponse(await this.agreements.answer(this.actor.current(), given));
  }

  @Post('agreement')
  @Needs('scenario.write')
  @ApiOperation({ summary: 'End the hearing of the units: the plan is agreed' })
  @ApiOkResponse({ type: DecidedStateResponse })
  @HttpCode(200)
  async close(
    @Param('id', IdPipe) scenarioId: number,
    @Body() { version }: SeenVersionBody,
  ): Promise<DecidedStateResponse> {
    return stateResponse(
      await this.agreements.close(this.actor.current(), { scenarioId, version }),
    );
  }

  @Heavy()
  @Post('approval')
  @Needs('scenario.approve')
  @ApiOperation({ summary: 'Approve an agreed plan that somebody else submitted; it is frozen' })
  @ApiOkResponse({ type: DecidedStateResponse })
  @HttpCode(200)
  async approve(
    @Param('id', IdPipe) scenarioId: number,
    @Body() { version }: SeenVersionBody,
  ): Promise<DecidedStateResponse> {
    return stateResponse(
      await this.approval.approve(this.actor.current(), { scenarioId, version }),
    );
  }
}

function agreementsResponse({ scenario, ...told }: Agreements): AgreementsResponse {
  const { id: scenarioId, state, version } = scenario;
  return {
    ...{ scenarioId, state, version },
    runId: told.runId,
    answerUntil: told.answerUntil,
    complete: told.complete,
    units: told.units.map(({ unitCode, unitName, side, people, state: how, answers }) => ({
      ...{ unitCode, unitName, side, people, state: how },
      answers: answers.map((given) => ({
        ...{ answer: given.answer, reason: given.reason, note: given.note },
        ...{ answeredName: given.answeredName, onBehalf: given.onBehalf },
        ...{ answeredAt: given.answeredAt, counts: given.counts && given.runId === told.runId },
      })),
    })),
  };
}

function stateResponse(scenario: Scenario): DecidedStateResponse {
  const { id: scenarioId, state, version, chosenRunId, approvedHash } = scenario;
  return { scenarioId, state, version, chosenRunId, approvedHash };
}
