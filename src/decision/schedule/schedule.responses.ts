import { ApiProperty } from '@nestjs/swagger';
import { JOB_STATES, type JobState } from '../../jobs/job.js';

export class ScheduleResponse {
  @ApiProperty() scenarioId!: number;
  @ApiProperty({ format: 'date', description: 'Applied at its beginning, in Vietnam' })
  on!: string;
  @ApiProperty({ enum: JOB_STATES, description: 'queued = it waits for its day' })
  state!: JobState;
  @ApiProperty() askedByName!: string;
  @ApiProperty() askedAt!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Why nothing was written' })
  error!: string | null;
}
