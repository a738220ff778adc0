import { ApiProperty } from '@nestjs/swagger';
import type { Severity } from '../shared/issue.js';
import { UsedParameterResponse } from '../law/law.responses.js';
import {
  MOVEMENT_KINDS,
  MOVEMENT_REASONS,
  MOVEMENT_STATES,
  type MovementKind,
  type MovementReason,
  type MovementState,
} from './movement.js';

export class FindingResponse {
  @ApiProperty({ description: 'Stable, without the case that stands against a person' })
  code!: string;
  @ApiProperty({ enum: ['error', 'warning', 'note'] }) severity!: Severity;
  @ApiProperty({ description: 'As the law is quoted' }) article!: string;
  @ApiProperty() message!: string;
}

export class CellEffectResponse {
  @ApiProperty() unitCode!: string;
  @ApiProperty() positionCode!: string;
  @ApiProperty() seats!: number;
  @ApiProperty() shortageBefore!: number;
  @ApiProperty() shortageAfter!: number;
  @ApiProperty() surplusBefore!: number;
  @ApiProperty() surplusAfter!: number;
}

export class KeptAllowanceResponse {
  @ApiProperty() coefficient!: number;
  @ApiProperty({ type: String, nullable: true, description: 'First day no longer paid' })
  until!: string | null;
  @ApiProperty({ type: String, nullable: true }) atLeastUntil!: string | null;
  @ApiProperty() article!: string;
}

export class MovementPlanResponse {
  @ApiProperty({ type: [FindingResponse], description: 'One error keeps it from being decided' })
  findings!: FindingResponse[];
  @ApiProperty({ type: CellEffectResponse, nullable: true, description: 'The gap it leaves' })
  leaves!: CellEffectResponse | null;
  @ApiProperty({ type: CellEffectResponse, nullable: true, description: 'The gap it fills' })
  fills!: CellEffectResponse | null;
  @ApiProperty({ type: KeptAllowanceResponse, nullable: true })
  keptAllowance!: KeptAllowanceResponse | null;
  @ApiProperty({ type: [UsedParameterResponse] }) parameters!: UsedParameterResponse[];
}

export class MovementLineResponse {
  @ApiProperty() id!: number;
  @ApiProperty() staffId!: number;
  @ApiProperty({ description: 'Empty for somebody outside your scope' }) fullName!: string;
  @ApiProperty({ enum: MOVEMENT_KINDS }) kind!: MovementKind;
  @ApiProperty({ enum: MOVEMENT_STATES }) state!: MovementState;
  @ApiProperty() startsOn!: string;
  @ApiProperty({ type: String, nullable: true, description: 'First day after' })
  endsOn!: string | null;
  @ApiProperty({ enum: MOVEMENT_REASONS }) reason!: MovementReason;
  @ApiProperty({ type: String, nullable: true }) fromUnitCode!: string | null;
  @ApiProperty({ type: String, nullable: true }) fromUnitName!: string | null;
  @ApiProperty({ type: String, nullable: true }) fromPositionName!: string | null;
  @ApiProperty({ type: String, nullable: true }) toUnitCode!: string | null;
  @ApiProperty({ type: String, nullable: true }) toUnitName!: string | null;
  @ApiProperty({ type: String, nullable: true }) toPositionCode!: string | null;
  @ApiProperty({ type: String, nullable: true }) toPositionName!: string | null;
  @ApiProperty({ type: String, nullable: true }) heardOn!: string | null;
  @ApiProperty({ type: String, nullable: true }) decisionNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) decidedOn!: string | null;
}

export class MovementPageResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [MovementLineResponse] }) items!: MovementLineResponse[];
}

export class MovementResponse extends MovementLineResponse {
  @ApiProperty({ type: String, nullable: true, description: 'What the person said' })
  opinion!: string | null;
  @ApiProperty({
    type: MovementPlanResponse,
    nullable: true,
    description: 'null once it has been decided, taken back or withdrawn',
  })
  plan!: MovementPlanResponse | null;
  @ApiProperty({ type: [FindingResponse], description: 'As they were on the decision' })
  findings!: FindingResponse[];
}
