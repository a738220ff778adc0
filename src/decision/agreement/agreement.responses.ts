import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { SCENARIO_STATES, type ScenarioState } from '../../scenario/scenario.js';
import {
  ANSWER_REASONS,
  ANSWERS,
  type Answer,
  type AnswerReason,
  ASKED_STATES,
  type AskedState,
  SIDES,
  type Side,
} from './agreement.rules.js';
import { MayBeLeftOut } from '../../shared/left-out.js';

const MOST_UNITS = 1000;

export class UnitSideBody {
  @ApiProperty({ description: 'Code of the commune or old unit that answers' })
  @IsString({ message: 'unitCode: cần mã đơn vị' })
  @MaxLength(20, { message: 'unitCode: mã quá dài' })
  unitCode!: string;

  @ApiProperty({ enum: SIDES })
  @IsIn(SIDES, { message: `side: cần một trong ${SIDES.join(', ')}` })
  side!: Side;
}

export class UnitAnswerBody {
  @ApiProperty({ type: [UnitSideBody], description: 'Who gives this answer, one or many' })
  @IsArray({ message: 'units: cần danh sách đơn vị' })
  @ArrayMinSize(1, { message: 'units: cần ít nhất một đơn vị' })
  @ArrayMaxSize(MOST_UNITS, { message: `units: tối đa ${MOST_UNITS} đơn vị` })
  @ValidateNested({ each: true })
  @Type(() => UnitSideBody)
  units!: UnitSideBody[];

  @ApiProperty({ enum: ANSWERS, description: 'overruled = the officer sets an objection aside' })
  @IsIn(ANSWERS, { message: `answer: cần một trong ${ANSWERS.join(', ')}` })
  answer!: Answer;

  @ApiPropertyOptional({ enum: ANSWER_REASONS, description: 'For every answer but agreed' })
  @MayBeLeftOut()
  @IsIn(ANSWER_REASONS, { message: `reason: cần một trong ${ANSWER_REASONS.join(', ')}` })
  reason?: AnswerReason;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsString()
  @MaxLength(2000, { message: 'note: tối đa 2000 ký tự' })
  note?: string;
}

export class SeenVersionBody {
  @ApiProperty({ description: 'The version that you saw' })
  @IsInt({ message: 'version: cần số nguyên' })
  version!: number;
}

export class GivenAnswerResponse {
  @ApiProperty({ enum: ANSWERS }) answer!: Answer;
  @ApiProperty({ enum: ANSWER_REASONS, nullable: true }) reason!: AnswerReason | null;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
  @ApiProperty() answeredName!: string;
  @ApiProperty({ description: 'By an officer for the unit' }) onBehalf!: boolean;
  @ApiProperty() answeredAt!: string;
  @ApiProperty({ description: 'false = said to an earlier submission or another run' })
  counts!: boolean;
}

export class AskedUnitResponse {
  @ApiProperty() unitCode!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ enum: SIDES }) side!: Side;
  @ApiProperty({ description: 'People who move from or to it outside its successors' })
  people!: number;
  @ApiProperty({ enum: ASKED_STATES }) state!: AskedState;
  @ApiProperty({ type: [GivenAnswerResponse], description: 'All that was ever said' })
  answers!: GivenAnswerResponse[];
}

export class AgreementsResponse {
  @ApiProperty() scenarioId!: number;
  @ApiProperty({ enum: SCENARIO_STATES }) state!: ScenarioState;
  @ApiProperty() version!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'The run that is decided on' })
  runId!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'The last day to answer' })
  answerUntil!: string | null;
  @ApiProperty({ description: 'Nobody is waited for and no objection stands, as far as you see' })
  complete!: boolean;
  @ApiProperty({ type: [AskedUnitResponse] }) units!: AskedUnitResponse[];
}

export class DecidedStateResponse {
  @ApiProperty() scenarioId!: number;
  @ApiProperty({ enum: SCENARIO_STATES }) state!: ScenarioState;
  @ApiProperty() version!: number;
  @ApiProperty({ type: Number, nullable: true }) chosenRunId!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of what was approved' })
  approvedHash!: string | null;
}
