import { ApiProperty } from '@nestjs/swagger';
import { LimitResponse, UnitLimitResponse } from '../limits/limits.responses.js';

const WHATS = ['retirement', 'fit', 'no-go', 'rank-placement', 'payout'] as const;

export class PersonChangeResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty() communeName!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty({ enum: WHATS }) what!: (typeof WHATS)[number];
  @ApiProperty({ type: String, nullable: true, description: 'Of a pay-out: by which scheme' })
  scheme!: string | null;
  @ApiProperty({
    ...{ type: String, nullable: true },
    description: 'Day, fit, count of cases, `listed`, whole VND; null = nothing',
  })
  before!: string | null;
  @ApiProperty({ type: String, nullable: true }) after!: string | null;
}

export class PersonCountResponse {
  @ApiProperty({ enum: WHATS }) what!: (typeof WHATS)[number];
  @ApiProperty() people!: number;
}

export class LetterChangeResponse {
  @ApiProperty() letterId!: number;
  @ApiProperty() staffId!: number;
  @ApiProperty({ description: 'Empty for somebody outside your scope' }) fullName!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() numberText!: string;
  @ApiProperty() issuedOn!: string;
}

export class LetterChangesResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [LetterChangeResponse], description: 'The newest of them' })
  items!: LetterChangeResponse[];
}

export class UnwrittenChangeResponse {
  @ApiProperty({ type: Number, nullable: true, description: 'Of a plan' })
  scenarioId!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Of a single movement' })
  movementId!: number | null;
  @ApiProperty() staffId!: number;
  @ApiProperty({ description: 'Empty for somebody outside your scope' }) fullName!: string;
  @ApiProperty() kind!: string;
  @ApiProperty({ description: 'The day that it is taken to bear' }) issuedOn!: string;
}

export class UnwrittenChangesResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [UnwrittenChangeResponse] }) items!: UnwrittenChangeResponse[];
}

export class LimitChangeResponse {
  @ApiProperty({ type: LimitResponse }) before!: LimitResponse;
  @ApiProperty({ type: LimitResponse }) after!: LimitResponse;
}

export class UnitChangeResponse {
  @ApiProperty({ type: UnitLimitResponse }) before!: UnitLimitResponse;
  @ApiProperty({ type: UnitLimitResponse }) after!: UnitLimitResponse;
}

export class PlanChangeResponse {
  @ApiProperty() scenarioId!: number;
  @ApiProperty() name!: string;
  @ApiProperty() state!: string;
  @ApiProperty() rulesOn!: string;
  @ApiProperty({ type: [String], description: 'Keys with another value on the day of its rules' })
  keys!: string[];
  @ApiProperty({ description: 'Limits of its run that would come out otherwise' }) limits!: number;
}

export class AffectedResponse {
  @ApiProperty({ description: 'The day whose law and people are compared' }) on!: string;
  @ApiProperty({ type: [String], description: 'Keys with another value on that day' })
  keys!: string[];
  @ApiProperty({ type: [PersonCountResponse] }) counts!: PersonCountResponse[];
  @ApiProperty({ description: 'Both laws have pay-outs switched on, so they are compared' })
  payoutsShown!: boolean;
  @ApiProperty({ description: 'Changes of people in all' }) total!: number;
  @ApiProperty({ type: [PersonChangeResponse] }) people!: PersonChangeResponse[];
  @ApiProperty({ type: [UnitChangeResponse] }) units!: UnitChangeResponse[];
  @ApiProperty({ type: [LimitChangeResponse] }) province!: LimitChangeResponse[];
  @ApiProperty({
    type: LetterChangesResponse,
    description: 'Letters that stand and would cite other law if they were written anew',
  })
  letters!: LetterChangesResponse;
  @ApiProperty({
    type: UnwrittenChangesResponse,
    description: 'Decided, not yet written, and would cite other law if written on the day',
  })
  unwritten!: UnwrittenChangesResponse;
  @ApiProperty({ type: [PlanChangeResponse] }) plans!: PlanChangeResponse[];
}
