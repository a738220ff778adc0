import { ApiProperty } from '@nestjs/swagger';
import { UsedParameterResponse } from '../../law/law.responses.js';

const ENDINGS = ['secondment', 'rotation', 'appointment'] as const;

export class EndingResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty({ enum: ENDINGS }) kind!: (typeof ENDINGS)[number];
  @ApiProperty() unitCode!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty() startsOn!: string;
  @ApiProperty({ description: 'First day after' }) endsOn!: string;
  @ApiProperty({ description: '0 on the first day after; negative when nothing was decided since' })
  daysLeft!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'The last mark of days passed' })
  alarm!: number | null;
  @ApiProperty({ description: 'Seats that are short again without this person' }) reopens!: number;
  @ApiProperty({ type: Number, nullable: true }) movementId!: number | null;
}

export class EndingsResponse {
  @ApiProperty({ type: [Number], description: 'Marks of days before an end' }) marks!: number[];
  @ApiProperty({ type: [EndingResponse] }) items!: EndingResponse[];
}

export class CandidateResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty() communeName!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty({ enum: ['exact', 'related'] }) fit!: 'exact' | 'related';
  @ApiProperty({ type: Number, nullable: true, description: 'Straight line between the units' })
  distanceKm!: number | null;
  @ApiProperty({ description: 'The sender is one short as long as it lasts' }) leavesGap!: boolean;
  @ApiProperty({ description: 'Proposed for this gap; each person for one gap at most' })
  proposed!: boolean;
}

export class NotForGapResponse {
  @ApiProperty({ description: 'In the same commune: that would be a transfer' })
  sameCommune!: number;
  @ApiProperty({ description: 'Hold too high or too low a post' }) level!: number;
  @ApiProperty({ description: 'Do not meet the standard of the position' }) fit!: number;
}

export class GapProposalResponse {
  @ApiProperty() communeCode!: string;
  @ApiProperty() communeName!: string;
  @ApiProperty() unitCode!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() positionCode!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty() shortage!: number;
  @ApiProperty({ description: 'Candidates in all' }) found!: number;
  @ApiProperty({ type: NotForGapResponse, description: 'Of the eligible, by the first reason' })
  notFor!: NotForGapResponse;
  @ApiProperty({ type: [CandidateResponse], description: 'The best of them' })
  candidates!: CandidateResponse[];
}

export class KeptOutResponse {
  @ApiProperty() ratings!: number;
  @ApiProperty() leading!: number;
  @ApiProperty({ description: 'By the cases against a secondment' }) law!: number;
  @ApiProperty() absent!: number;
}

export class SecondmentProposalsResponse {
  @ApiProperty({ description: 'People who pass the criteria and the law' }) eligible!: number;
  @ApiProperty({ type: KeptOutResponse, description: 'One person may be kept out by several' })
  keptOut!: KeptOutResponse;
  @ApiProperty({ description: 'First day after a secondment of the usual length' })
  endsOn!: string;
  @ApiProperty({ description: 'Gaps in all' }) total!: number;
  @ApiProperty({ description: 'Gaps for which somebody is proposed' }) proposedFor!: number;
  @ApiProperty({ type: [GapProposalResponse] }) items!: GapProposalResponse[];
  @ApiProperty({ type: [UsedParameterResponse] }) parameters!: UsedParameterResponse[];
}
