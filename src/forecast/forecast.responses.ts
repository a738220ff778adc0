import { ApiProperty } from '@nestjs/swagger';
import { UsedParameterResponse } from '../law/law.responses.js';

export class RangeResponse {
  @ApiProperty() low!: number;
  @ApiProperty() high!: number;
}

export class ForecastPointResponse {
  @ApiProperty({ example: '2028-01-01' }) on!: string;
  @ApiProperty({ type: RangeResponse, description: 'People retired since the first day' })
  retired!: RangeResponse;
  @ApiProperty({ description: 'Secondments and terms ended since the first day' }) ended!: number;
  @ApiProperty({ type: RangeResponse }) surplus!: RangeResponse;
  @ApiProperty({ type: RangeResponse }) shortage!: RangeResponse;
}

export class GlidePointResponse {
  @ApiProperty() on!: string;
  @ApiProperty({ description: 'Surplus that is still on the line' }) target!: number;
}

export class ForecastResponse {
  @ApiProperty({ description: 'The day whose figures are the first point' }) from!: string;
  @ApiProperty({ description: 'The first day after the last month' }) until!: string;
  @ApiProperty({ type: [ForecastPointResponse] }) points!: ForecastPointResponse[];
  @ApiProperty({ type: [GlidePointResponse] }) glide!: GlidePointResponse[];
  @ApiProperty({ description: 'People whose birth or sex is missing: they are not forecast' })
  undated!: number;
  @ApiProperty({ description: 'People past the age on the first day: prolonged, or a slip' })
  overdue!: number;
  @ApiProperty({ description: 'People whom the account may not see: they are not forecast' })
  closed!: number;
  @ApiProperty({ description: 'Departures that leave a commune without anybody qualified' })
  lastHolders!: number;
  @ApiProperty({ type: [UsedParameterResponse] }) parameters!: UsedParameterResponse[];
}

export class LeaverResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty() communeCode!: string;
  @ApiProperty() communeName!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() positionCode!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty({ enum: ['retirement', 'end-of-posting'] }) kind!: string;
  @ApiProperty({ description: 'The first day without the person, at the earliest' })
  earliestOn!: string;
  @ApiProperty({ description: 'Another day than the earliest where the month is not known' })
  latestOn!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'By the rule for incomplete files, where only the year of birth is known',
  })
  incompleteRuleOn!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The earliest day under appendix II, for who has the years; the files do not say',
  })
  appendixTwoOn!: string | null;
  @ApiProperty({ description: 'Without them the commune has nobody qualified for the position' })
  lastHolder!: boolean;
}

export class LeaversResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [LeaverResponse] }) items!: LeaverResponse[];
}

export class LeftOutPersonResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty() communeName!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty({ type: String, nullable: true }) bornOn!: string | null;
}

export class LeftOutResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [LeftOutPersonResponse] }) items!: LeftOutPersonResponse[];
}

export class FutureCellResponse {
  @ApiProperty() communeCode!: string;
  @ApiProperty() communeName!: string;
  @ApiProperty() unitCode!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() positionCode!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty() seats!: number;
  @ApiProperty() surplusNow!: number;
  @ApiProperty() shortageNow!: number;
  @ApiProperty({ type: RangeResponse }) surplus!: RangeResponse;
  @ApiProperty({ type: RangeResponse }) shortage!: RangeResponse;
}

export class TraineeResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
}

export class TrainingResponse {
  @ApiProperty() communeCode!: string;
  @ApiProperty() communeName!: string;
  @ApiProperty() unitCode!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() positionCode!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty({ type: [String] }) failedTests!: string[];
  @ApiProperty({ type: [TraineeResponse] }) people!: TraineeResponse[];
  @ApiProperty({ description: 'Seats short today that would have a qualified person' })
  seatsFilled!: number;
}

export class TrainingPageResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ description: 'People of all lines' }) people!: number;
  @ApiProperty({ description: 'Seats of all lines' }) seatsFilled!: number;
  @ApiProperty({ type: [TrainingResponse] }) items!: TrainingResponse[];
  @ApiProperty({ type: [UsedParameterResponse] }) parameters!: UsedParameterResponse[];
}
