import { ApiProperty } from '@nestjs/swagger';
import { SCENARIO_STATES, type ScenarioState } from '../../scenario/scenario.js';

export class PulseResponse {
  @ApiProperty({ description: 'Grows with every change' }) version!: number;
  @ApiProperty({ enum: SCENARIO_STATES }) state!: ScenarioState;
  @ApiProperty({ type: String, nullable: true, description: 'Who changed it last' })
  changedBy!: string | null;
  @ApiProperty({ type: String, nullable: true }) changedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What they did, in words' })
  changedWhat!: string | null;
}
