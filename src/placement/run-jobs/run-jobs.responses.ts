import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, Min } from 'class-validator';
import { JOB_KINDS, JOB_STATES, type Job, type JobKind, type JobState } from '../../jobs/job.js';
import { RunBody } from '../run-orders.bodies.js';
import { MayBeLeftOut } from '../../shared/left-out.js';
import { IsQueryFlag } from '../../shared/query-flag.js';

export class RunOrderBody extends RunBody {
  @ApiPropertyOptional({ minimum: 1, description: 'The run is stopped after so many seconds' })
  @MayBeLeftOut()
  @IsInt({ message: 'timeLimitSeconds: cần số nguyên giây' })
  @Min(1, { message: 'timeLimitSeconds: ít nhất 1 giây' })
  timeLimitSeconds?: number;
}

export class JobsQuery {
  @ApiPropertyOptional({ description: 'Of this scenario only' })
  @MayBeLeftOut()
  @Transform(({ value }) => Number(value))
  @IsInt({ message: 'scenario: cần số của phương án' })
  @Min(1, { message: 'scenario: cần số của phương án' })
  scenario?: number;

  @IsQueryFlag('unfinished', 'Only what waits or runs')
  unfinished?: boolean;
}

export class JobErrorResponse {
  @ApiProperty() code!: string;
  @ApiProperty() message!: string;
}

export class JobResponse {
  @ApiProperty() id!: number;
  @ApiProperty({ enum: JOB_KINDS }) kind!: JobKind;
  @ApiProperty({ enum: JOB_STATES }) state!: JobState;
  @ApiProperty({ type: Number, nullable: true }) scenarioId!: number | null;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What was asked' })
  input!: Readonly<Record<string, unknown>>;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Of a placement: facts, network, levels, check, store',
  })
  phase!: string | null;
  @ApiProperty({ description: '0 to 1, of the whole job' }) fraction!: number;
  @ApiProperty({ description: 'Somebody wants it ended' }) cancelAsked!: boolean;
  @ApiProperty() timeLimitSeconds!: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'When done: of a placement, the id of the run',
  })
  resultId!: number | null;
  @ApiProperty({ type: JobErrorResponse, nullable: true, description: 'When failed' })
  error!: JobErrorResponse | null;
  @ApiProperty({ description: 'Name of the account' }) askedBy!: string;
  @ApiProperty() createdAt!: string;
  @ApiProperty({ type: String, nullable: true }) startedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) finishedAt!: string | null;
}

export function jobResponse(job: Job): JobResponse {
  const { error, errorCode } = job;
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    scenarioId: job.scenarioId,
    input: job.input,
    phase: job.phase,
    fraction: job.fraction,
    cancelAsked: job.cancelAsked,
    timeLimitSeconds: job.timeLimitSeconds,
    resultId: job.resultId,
    error: error === null ? null : { code: errorCode ?? '', message: error },
    askedBy: job.askedByName,
    createdAt: job.createdAt,
    startedAt: job.startedAt,
    finishedAt: job.finishedAt,
  };
}
