import { ApiProperty } from '@nestjs/swagger';
import { UsedParameterResponse } from '../law/law.responses.js';

export const SCHEMES = [
  ...(['178-early', '178-severance', '154-early', '154-move-out', '154-leave'] as const),
  '154-study' as const,
] as const;
const CASES = ['A', 'B', 'C'] as const;
const MISSING = ['insurance', 'birth'] as const;

export class SalaryLineResponse {
  @ApiProperty() code!: string;
  @ApiProperty() coefficient!: number;
  @ApiProperty({ description: 'VND a month' }) amount!: number;
}

export class SalaryResponse {
  @ApiProperty({ description: 'Base salary, VND a month' }) base!: number;
  @ApiProperty({ type: [SalaryLineResponse] }) lines!: SalaryLineResponse[];
  @ApiProperty({ description: 'VND a month' }) amount!: number;
}

export class PayoutLineResponse {
  @ApiProperty({ example: 'lump' }) code!: string;
  @ApiProperty({ description: 'Months, years or 1' }) times!: number;
  @ApiProperty({ description: 'Monthly salaries for each of them' }) rate!: number;
  @ApiProperty({ description: 'VND' }) amount!: number;
}

export class PayoutResponse {
  @ApiProperty({ enum: SCHEMES }) scheme!: (typeof SCHEMES)[number];
  @ApiProperty({ enum: CASES, nullable: true }) case!: (typeof CASES)[number] | null;
  @ApiProperty() article!: string;
  @ApiProperty({ type: [PayoutLineResponse] }) lines!: PayoutLineResponse[];
  @ApiProperty({ description: 'VND' }) amount!: number;
  @ApiProperty({ enum: MISSING, isArray: true }) missing!: (typeof MISSING)[number][];
  @ApiProperty({ type: String, nullable: true, description: 'Why there is no claim' })
  refused!: string | null;
}

export class PersonPayoutsResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty() communeName!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty({ description: 'Without a seat' }) surplus!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'As in the file' })
  bornOn!: string | null;
  @ApiProperty({ type: SalaryResponse, nullable: true, description: 'null = no coefficient' })
  salary!: SalaryResponse | null;
  @ApiProperty({ type: Number, nullable: true }) insuranceYears!: number | null;
  @ApiProperty({ type: String, nullable: true }) retiresOn!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Where only the year is known' })
  latestRetiresOn!: string | null;
  @ApiProperty({ type: [PayoutResponse] }) payouts!: PayoutResponse[];
}

export class SchemeTotalResponse {
  @ApiProperty({ enum: SCHEMES }) scheme!: (typeof SCHEMES)[number];
  @ApiProperty({ description: 'With a claim' }) people!: number;
  @ApiProperty({ description: 'VND; each person takes one scheme only' }) amount!: number;
}

export class PayoutsResponse {
  @ApiProperty() leavingOn!: string;
  @ApiProperty() reorganisedOn!: string;
  @ApiProperty({ description: 'The law of this day gives the base salary' }) baseOn!: string;
  @ApiProperty() total!: number;
  @ApiProperty({ type: [SchemeTotalResponse] }) totals!: SchemeTotalResponse[];
  @ApiProperty({ description: 'People whose file has no coefficient' }) withoutPay!: number;
  @ApiProperty({ type: [PersonPayoutsResponse] }) items!: PersonPayoutsResponse[];
  @ApiProperty({ type: [UsedParameterResponse] }) parameters!: UsedParameterResponse[];
}
