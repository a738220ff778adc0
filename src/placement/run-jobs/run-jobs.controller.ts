import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  type MessageEvent,
  Param,
  Post,
  Query,
  Res,
  Sse,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import type { Observable } from 'rxjs';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { JobEvents } from './job-events.js';
import { JobResponse, jobResponse, JobsQuery, RunOrderBody } from './run-jobs.responses.js';
import { asksNothing } from '../side/side-options.js';
import { type AskedRun, RunJobsService } from './run-jobs.service.js';

/** Runs of the engine that are asked for, followed and cancelled. */
@ApiTags('scenario')
@Controller()
export class RunJobsController {
  constructor(
    private readonly runs: RunJobsService,
    private readonly jobEvents: JobEvents,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Post('scenarios/:id/runs')
  @Needs('placement.run')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Ask for a placement of everybody of a draft scenario; follow the job for its end',
  })
  @ApiAcceptedResponse({ type: JobResponse, description: '`Location` names the job' })
  async ask(
    @Param('id', IdPipe) scenarioId: number,
    @Body() order: RunOrderBody,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JobResponse> {
    const job = await this.runs.ask(this.actor.current(), runRequestOf(scenarioId, order));
    response.location(`/api/jobs/${job.id}`);
    return jobResponse(job);
  }

  @Get('jobs')
  @Needs('scenario.read')
  @ApiOperation({ summary: 'Jobs that the caller may see, newest first; at most 50' })
  @ApiOkResponse({ type: [JobResponse] })
  async list(@Query() { scenario, unfinished }: JobsQuery): Promise<JobResponse[]> {
    const jobs = await this.runs.list(this.actor.current(), { scenarioId: scenario, unfinished });
    return jobs.map(jobResponse);
  }

  @Get('jobs/:id')
  @Needs('scenario.read')
  @ApiOperation({ summary: 'How far a job is, and what came of it' })
  @ApiOkResponse({ type: JobResponse })
  async get(@Param('id', IdPipe) id: number): Promise<JobResponse> {
    return jobResponse(await this.runs.get(this.actor.current(), id));
  }

  @Sse('jobs/:id/events')
  @Needs('scenario.read')
  @ApiOperation({
    summary: 'The same as a stream: an event `job` for each change, until the job has ended',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({
    description: 'Events',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  events(@Param('id', IdPipe) id: number): Promise<Observable<MessageEvent>> {
    return this.jobEvents.of(this.actor.current(), id);
  }

  @Delete('jobs/:id')
  @Needs('placement.run')
  @HttpCode(202)
  @ApiOperation({ summary: 'End a job: at once while it waits, within a second while it runs' })
  @ApiAcceptedResponse({ type: JobResponse })
  async cancel(@Param('id', IdPipe) id: number): Promise<JobResponse> {
    return jobResponse(await this.runs.cancel(this.actor.current(), id));
  }
}

/** What was left out is not asked for; conditions that ask for nothing are none. */
function runRequestOf(
  scenarioId: number,
  { kind, side, keep, signedIn, timeLimitSeconds }: RunOrderBody,
): AskedRun {
  const asked = {
    couplesWithinKm: side?.couplesWithinKm ?? null,
    movedOutPercent: side?.movedOutPercent ?? null,
    womenPercent: side?.womenPercent ?? null,
    speakers: side?.speakers ?? [],
    norms: side?.norms ?? false,
    joint: side?.joint ?? [],
  };
  return {
    scenarioId,
    kind,
    ...(asksNothing({ ...asked, keep: null }) ? {} : { side: asked }),
    ...(keep === undefined ? {} : { keep: { runId: keep.runId, most: keep.most } }),
    ...(signedIn === undefined ? {} : { signedIn }),
    timeLimitSeconds,
  };
}
