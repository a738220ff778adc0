import { ApiProperty } from '@nestjs/swagger';

const STATES = ['no-division', 'uncovered', 'unassigned', 'sole', 'covered'] as const;

export class TaskHolderResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty() positionName!: string;
}

export class FunctionLineResponse {
  @ApiProperty() communeCode!: string;
  @ApiProperty() communeName!: string;
  @ApiProperty() fieldCode!: string;
  @ApiProperty() divisionKind!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The division that has it' })
  unitName!: string | null;
  @ApiProperty() seats!: number;
  @ApiProperty({ enum: STATES }) state!: (typeof STATES)[number];
  @ApiProperty({ type: [TaskHolderResponse], description: 'Qualified and there' })
  holders!: TaskHolderResponse[];
}

export class OldUnitLineResponse {
  @ApiProperty() oldCode!: string;
  @ApiProperty() oldName!: string;
  @ApiProperty({ type: [String] }) successors!: string[];
  @ApiProperty({ type: [String], description: 'In the order of `successors`' })
  successorNames!: string[];
  @ApiProperty({ type: [String], description: 'Codes of fields that no successor covers' })
  uncovered!: string[];
}

export class StateCountsResponse {
  @ApiProperty() noDivision!: number;
  @ApiProperty() uncovered!: number;
  @ApiProperty() unassigned!: number;
  @ApiProperty() sole!: number;
  @ApiProperty() covered!: number;
}

export class ContinuityResponse {
  @ApiProperty({ type: StateCountsResponse }) counts!: StateCountsResponse;
  @ApiProperty() total!: number;
  @ApiProperty({ type: [FunctionLineResponse] }) items!: FunctionLineResponse[];
  @ApiProperty({ type: [OldUnitLineResponse] }) oldUnits!: OldUnitLineResponse[];
}
