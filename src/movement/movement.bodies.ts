import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsCalendarDay } from '../shared/calendar-day.js';
import { pageQuery } from '../shared/page.query.js';
import { IsSaid } from '../shared/said.js';
import {
  MOVEMENT_KINDS,
  MOVEMENT_REASONS,
  MOVEMENT_STATES,
  type MovementKind,
  type MovementReason,
  type MovementState,
} from './movement.js';
import { MayBeLeftOut } from '../shared/left-out.js';

const LONG = 2000;
const CODE = 40;
const MOST_COEFFICIENT = 10;

export class MovementBody {
  @ApiProperty()
  @IsInt({ message: 'staffId: cần số nguyên' })
  @Min(1, { message: 'staffId: cần số nguyên dương' })
  @Max(Number.MAX_SAFE_INTEGER, { message: 'staffId: số quá lớn' })
  staffId!: number;

  @ApiProperty({ enum: MOVEMENT_KINDS })
  @IsIn(MOVEMENT_KINDS, { message: `kind: cần một trong ${MOVEMENT_KINDS.join(', ')}` })
  kind!: MovementKind;

  @ApiProperty({ example: '2026-12-01', description: 'First day' })
  @IsCalendarDay()
  startsOn!: string;

  @ApiPropertyOptional({ description: 'First day after' })
  @MayBeLeftOut()
  @IsCalendarDay()
  endsOn?: string;

  @ApiPropertyOptional({ description: 'The lowest unit that it goes to' })
  @MayBeLeftOut()
  @IsString({ message: 'unitCode: cần mã đơn vị' })
  @MaxLength(CODE, { message: `unitCode: tối đa ${CODE} ký tự` })
  unitCode?: string;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsString({ message: 'positionCode: cần mã vị trí' })
  @MaxLength(CODE, { message: `positionCode: tối đa ${CODE} ký tự` })
  positionCode?: string;

  @ApiPropertyOptional({ enum: MOVEMENT_REASONS, default: 'task' })
  @MayBeLeftOut()
  @IsIn(MOVEMENT_REASONS, { message: `reason: cần một trong ${MOVEMENT_REASONS.join(', ')}` })
  reason?: MovementReason;

  @ApiPropertyOptional({ description: 'Coefficient of the position allowance in the new post' })
  @MayBeLeftOut()
  @IsNumber({}, { message: 'newAllowance: cần một số' })
  @Min(0, { message: 'newAllowance: từ 0' })
  @Max(MOST_COEFFICIENT, { message: `newAllowance: tối đa ${MOST_COEFFICIENT}` })
  newAllowance?: number;

  @ApiPropertyOptional({ description: 'The decided secondment that is extended or ended' })
  @MayBeLeftOut()
  @IsInt({ message: 'ofMovement: cần số nguyên' })
  @Min(1, { message: 'ofMovement: cần số nguyên dương' })
  @Max(Number.MAX_SAFE_INTEGER, { message: 'ofMovement: số quá lớn' })
  ofMovement?: number;
}

export class HearingBody {
  @ApiProperty({ description: 'Day on which the person was met' })
  @IsCalendarDay()
  heardOn!: string;

  @ApiProperty({ description: 'What the person said' })
  @IsString({ message: 'opinion: cần ý kiến của người được hỏi' })
  @IsSaid('opinion: cần ý kiến của người được hỏi')
  @MaxLength(LONG, { message: `opinion: tối đa ${LONG} ký tự` })
  opinion!: string;
}

export class DecisionBody {
  @ApiProperty({ example: '2446/QĐ-UBND' })
  @IsString({ message: 'number: cần số quyết định' })
  @IsSaid('number: cần số quyết định')
  @MaxLength(CODE, { message: `number: tối đa ${CODE} ký tự` })
  number!: string;

  @ApiProperty({ description: 'Day of the decision' })
  @IsCalendarDay()
  decidedOn!: string;
}

export class MovementsQuery extends pageQuery({ usual: 50, most: 500 }) {
  @ApiPropertyOptional({ enum: MOVEMENT_STATES })
  @MayBeLeftOut()
  @IsIn(MOVEMENT_STATES, { message: `state: cần một trong ${MOVEMENT_STATES.join(', ')}` })
  state?: MovementState;

  @ApiPropertyOptional({ enum: MOVEMENT_KINDS })
  @MayBeLeftOut()
  @IsIn(MOVEMENT_KINDS, { message: `kind: cần một trong ${MOVEMENT_KINDS.join(', ')}` })
  kind?: MovementKind;

  @ApiPropertyOptional({ description: 'Only this person' })
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt({ message: 'person: cần số nguyên' })
  @Min(1, { message: 'person: cần số nguyên dương' })
  @Max(Number.MAX_SAFE_INTEGER, { message: 'person: số quá lớn' })
  person?: number;
}
