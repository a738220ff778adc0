import { ApiProperty } from '@nestjs/swagger';
import { RangeResponse } from '../forecast/forecast.responses.js';
import { UsedParameterResponse } from '../law/law.responses.js';

const VERDICTS = ['held', 'in-grace', 'breach', 'unknown'] as const;

export class LimitResponse {
  @ApiProperty({ example: 'vice-chairs-per-commune' }) code!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Block or rank; null = all' })
  subject!: string | null;
  @ApiProperty() computed!: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'null = the law’s figure is not known',
  })
  allowed!: number | null;
  @ApiProperty() over!: number;
  @ApiProperty({ enum: VERDICTS, description: 'in-grace = over, but still allowed to come down' })
  verdict!: (typeof VERDICTS)[number];
  @ApiProperty({ type: String, nullable: true, description: 'The first day without grace' })
  graceUntil!: string | null;
}

export class UnitLimitResponse extends LimitResponse {
  @ApiProperty() unitCode!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() communeCode!: string;
  @ApiProperty() communeName!: string;
  @ApiProperty({ type: String, nullable: true }) block!: string | null;
}

export class UnitLimitsResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ description: 'Of all units, whatever is asked for: over and not over' })
  over!: number;
  @ApiProperty({ type: [UnitLimitResponse] }) items!: UnitLimitResponse[];
}

export class LimitYearResponse {
  @ApiProperty() on!: string;
  @ApiProperty({ description: 'People over the norms that are still on the line' }) target!: number;
  @ApiProperty({ type: RangeResponse, description: 'If nobody is moved and nobody comes' })
  over!: RangeResponse;
}

export class PostsCutResponse {
  @ApiProperty({ type: Number, nullable: true, description: 'null = the province has not set it' })
  target!: number | null;
  @ApiProperty() countsFrom!: string;
  @ApiProperty({ description: 'People on that day' }) peopleThen!: number;
  @ApiProperty() peopleNow!: number;
  @ApiProperty() reached!: number;
}

export class NamedRankResponse {
  @ApiProperty({ example: '01.003' }) code!: string;
  @ApiProperty({ example: 'Chuyên viên' }) name!: string;
}

export class LimitsResponse {
  @ApiProperty({ description: 'The day whose figures are shown' }) on!: string;
  @ApiProperty() rulesOn!: string;
  @ApiProperty({
    description: 'False = the account sees a part: totals of the province are not told',
  })
  whole!: boolean;
  @ApiProperty({ type: [LimitResponse] }) province!: LimitResponse[];
  @ApiProperty({ type: [LimitYearResponse] }) years!: LimitYearResponse[];
  @ApiProperty({ type: PostsCutResponse, nullable: true }) cut!: PostsCutResponse | null;
  @ApiProperty({ description: 'People to be placed in rank' }) rankPlacements!: number;
  @ApiProperty({ type: String, nullable: true, description: 'By this day; null before the decree' })
  rankPlacementUntil!: string | null;
  @ApiProperty({ type: [NamedRankResponse], description: 'What ranks are called' })
  ranks!: NamedRankResponse[];
  @ApiProperty({ type: [UsedParameterResponse] }) parameters!: UsedParameterResponse[];
}

export class LimitPersonResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty() communeName!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty({ type: String, nullable: true }) rank!: string | null;
}

export class LimitPeopleResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [LimitPersonResponse] }) items!: LimitPersonResponse[];
}

export class RankPlacementResponse extends LimitPersonResponse {
  @ApiProperty({ type: [String], description: 'Ranks that the position allows' }) wanted!: string[];
}

export class RankPlacementsResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [RankPlacementResponse] }) items!: RankPlacementResponse[];
}
