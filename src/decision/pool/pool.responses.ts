import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { UsedParameterResponse } from '../../law/law.responses.js';
import { RANKING_CRITERIA, type RankingCriterion } from '../../rules/ranking.rules.js';
import { FITS, type Fit } from '../../rules/vocabulary.js';
import { pageQuery } from '../../shared/page.query.js';
import { IsSaid } from '../../shared/said.js';
import { REFUSAL_CODES, type RefusalCode } from './pool.js';
import { type Clearing, CLEARINGS } from './pool.plan.js';
import { MayBeLeftOut } from '../../shared/left-out.js';

const CODE = 40;
const LONG = 2000;

export class PositionQuery {
  @ApiProperty({ description: 'The class of post: the position that people without a seat keep' })
  @IsString({ message: 'positionCode: cần mã vị trí' })
  @MaxLength(CODE, { message: `positionCode: tối đa ${CODE} ký tự` })
  positionCode!: string;
}

export class VacanciesQuery extends pageQuery({ usual: 50, most: 500 }) {
  @ApiPropertyOptional({ enum: CLEARINGS })
  @MayBeLeftOut()
  @IsIn(CLEARINGS, { message: `clearing: cần một trong ${CLEARINGS.join(', ')}` })
  clearing?: Clearing;
}

export class PoolRefusalBody {
  @ApiProperty()
  @IsInt({ message: 'staffId: cần số nguyên' })
  @Min(1, { message: 'staffId: cần số nguyên dương' })
  @Max(Number.MAX_SAFE_INTEGER, { message: 'staffId: số quá lớn' })
  staffId!: number;

  @ApiProperty()
  @IsString({ message: 'communeCode: cần mã xã' })
  @MaxLength(CODE, { message: `communeCode: tối đa ${CODE} ký tự` })
  communeCode!: string;

  @ApiProperty()
  @IsString({ message: 'positionCode: cần mã vị trí' })
  @MaxLength(CODE, { message: `positionCode: tối đa ${CODE} ký tự` })
  positionCode!: string;

  @ApiProperty({ enum: REFUSAL_CODES })
  @IsIn(REFUSAL_CODES, { message: `code: cần một trong ${REFUSAL_CODES.join(', ')}` })
  code!: RefusalCode;

  @ApiProperty({ description: 'The reason in words' })
  @IsString({ message: 'note: cần lý do' })
  @IsSaid('note: cần lý do')
  @MaxLength(LONG, { message: `note: tối đa ${LONG} ký tự` })
  note!: string;
}

export class LockedRegisterResponse {
  @ApiProperty() id!: number;
  @ApiProperty() people!: number;
  @ApiProperty({ description: 'SHA-256 of facts, run, criteria and lines' }) hash!: string;
  @ApiProperty() lockedName!: string;
  @ApiProperty() lockedAt!: string;
}

export class PoolClassResponse {
  @ApiProperty() positionCode!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty() people!: number;
  @ApiProperty({ type: LockedRegisterResponse, nullable: true, description: 'The newest' })
  locked!: LockedRegisterResponse | null;
}

export class PoolResponse {
  @ApiProperty() scenarioId!: number;
  @ApiProperty() runId!: number;
  @ApiProperty() people!: number;
  @ApiProperty({ type: [PoolClassResponse] }) classes!: PoolClassResponse[];
  @ApiProperty({ type: [UsedParameterResponse] }) parameters!: UsedParameterResponse[];
}

export class CriterionValueResponse {
  @ApiProperty({ enum: RANKING_CRITERIA }) criterion!: RankingCriterion;
  @ApiProperty({ description: 'More is better' }) value!: number;
}

export class RegisterLineResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty() communeName!: string;
  @ApiProperty({ description: 'Equal people share it' }) rank!: number;
  @ApiProperty() tied!: boolean;
  @ApiProperty({
    enum: RANKING_CRITERIA,
    nullable: true,
    description: 'Why behind the one before; null = the first, or equal',
  })
  partedBy!: RankingCriterion | null;
  @ApiProperty({ type: [CriterionValueResponse] }) values!: CriterionValueResponse[];
}

export class RegisterResponse {
  @ApiProperty() positionCode!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty() hash!: string;
  @ApiProperty({ type: [RegisterLineResponse] }) lines!: RegisterLineResponse[];
}

export class OwnLineResponse extends LockedRegisterResponse {
  @ApiProperty() positionCode!: string;
  @ApiProperty() rank!: number;
  @ApiProperty() tied!: boolean;
  @ApiProperty({ enum: RANKING_CRITERIA, nullable: true }) partedBy!: RankingCriterion | null;
  @ApiProperty({ type: [CriterionValueResponse] }) values!: CriterionValueResponse[];
}

export class PoolCandidateResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty() communeName!: string;
  @ApiProperty() rank!: number;
  @ApiProperty() tied!: boolean;
  @ApiProperty({ enum: FITS, nullable: true }) fit!: Fit | null;
  @ApiProperty({ description: 'By law not to be transferred now' }) notMovable!: boolean;
  @ApiProperty({ enum: REFUSAL_CODES, nullable: true }) refusal!: RefusalCode | null;
  @ApiProperty({ type: String, nullable: true }) refusalNote!: string | null;
  @ApiProperty({ type: String, nullable: true }) refusedBy!: string | null;
}

export class VacancyResponse {
  @ApiProperty() communeCode!: string;
  @ApiProperty() communeName!: string;
  @ApiProperty() positionCode!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty() vacant!: number;
  @ApiProperty({ enum: CLEARINGS }) clearing!: Clearing;
  @ApiProperty({ type: [PoolCandidateResponse], description: 'In the order of offer' })
  candidates!: PoolCandidateResponse[];
}

export class ClearingCountResponse {
  @ApiProperty({ enum: CLEARINGS }) clearing!: Clearing;
  @ApiProperty() vacancies!: number;
}

export class VacanciesResponse {
  @ApiProperty({ type: [ClearingCountResponse] }) clearings!: ClearingCountResponse[];
  @ApiProperty() total!: number;
  @ApiProperty({ type: [VacancyResponse] }) items!: VacancyResponse[];
}
