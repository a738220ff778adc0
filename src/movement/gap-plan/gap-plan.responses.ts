import { ApiProperty } from '@nestjs/swagger';
import {
  PLAN_STATES,
  REQUEST_STATES,
  WAYS,
  type PlanState,
  type RequestState,
  type Way,
} from './gap-plan.js';

export class GapPlanResponse {
  @ApiProperty() id!: number;
  @ApiProperty({ enum: WAYS }) way!: Way;
  @ApiProperty() seats!: number;
  @ApiProperty({ description: 'Who sees to it' }) responsible!: string;
  @ApiProperty() dueOn!: string;
  @ApiProperty({ enum: PLAN_STATES }) state!: PlanState;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
  @ApiProperty({ description: 'Not finished, and the due day is over' }) overdue!: boolean;
}

export class GapWithPlansResponse {
  @ApiProperty() communeCode!: string;
  @ApiProperty() communeName!: string;
  @ApiProperty() unitCode!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() positionCode!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty() seats!: number;
  @ApiProperty() shortage!: number;
  @ApiProperty({ description: 'Some of its seats are required' }) required!: boolean;
  @ApiProperty({ description: 'Seats for which nothing is planned yet' }) unplanned!: number;
  @ApiProperty({ type: [GapPlanResponse] }) plans!: GapPlanResponse[];
}

export class GapPlansResponse {
  @ApiProperty({ enum: WAYS, isArray: true, description: 'In the order of the province' })
  ways!: Way[];
  @ApiProperty({ description: 'Gaps in all' }) total!: number;
  @ApiProperty({ description: 'Seats in all for which nothing is planned' }) unplanned!: number;
  @ApiProperty({ description: 'Plans that are overdue' }) overdue!: number;
  @ApiProperty({ type: [GapWithPlansResponse] }) items!: GapWithPlansResponse[];
}

export class SpecialistRequestResponse {
  @ApiProperty() id!: number;
  @ApiProperty() unitCode!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() positionCode!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty() people!: number;
  @ApiProperty() reason!: string;
  @ApiProperty({ enum: REQUEST_STATES }) state!: RequestState;
  @ApiProperty() askedBy!: string;
  @ApiProperty() askedAt!: string;
  @ApiProperty({ type: String, nullable: true }) answer!: string | null;
  @ApiProperty({ type: String, nullable: true }) answeredBy!: string | null;
  @ApiProperty({ type: String, nullable: true }) answeredAt!: string | null;
}
