import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsCalendarDay } from '../../shared/calendar-day.js';
import { DayQuery } from '../../shared/day.query.js';
import { pageQuery } from '../../shared/page.query.js';
import { IsSaid } from '../../shared/said.js';
import { PLAN_STATES, WAYS, type PlanState, type Way } from './gap-plan.js';
import { MayBeLeftOut } from '../../shared/left-out.js';

const CODE = 40;
const NAME = 200;
const LONG = 2000;
const MOST = 100;

class PlaceBody {
  @ApiProperty({ description: 'The lowest unit with the seats' })
  @IsString({ message: 'unitCode: cần mã đơn vị' })
  @MaxLength(CODE, { message: `unitCode: tối đa ${CODE} ký tự` })
  unitCode!: string;

  @ApiProperty()
  @IsString({ message: 'positionCode: cần mã vị trí' })
  @MaxLength(CODE, { message: `positionCode: tối đa ${CODE} ký tự` })
  positionCode!: string;
}

export class GapPlanBody extends PlaceBody {
  @ApiProperty({ enum: WAYS })
  @IsIn(WAYS, { message: `way: cần một trong ${WAYS.join(', ')}` })
  way!: Way;

  @ApiProperty()
  @IsInt({ message: 'seats: cần số nguyên' })
  @Min(1, { message: 'seats: từ 1' })
  @Max(MOST, { message: `seats: tối đa ${MOST}` })
  seats!: number;

  @ApiProperty()
  @IsString({ message: 'responsible: cần người phụ trách' })
  @IsSaid('responsible: cần người phụ trách')
  @MaxLength(NAME, { message: `responsible: tối đa ${NAME} ký tự` })
  responsible!: string;

  @ApiProperty()
  @IsCalendarDay()
  dueOn!: string;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsString({ message: 'note: cần văn bản' })
  @MaxLength(LONG, { message: `note: tối đa ${LONG} ký tự` })
  note?: string;
}

export class GapPlanChangeBody {
  @ApiPropertyOptional({ enum: PLAN_STATES })
  @MayBeLeftOut()
  @IsIn(PLAN_STATES, { message: `state: cần một trong ${PLAN_STATES.join(', ')}` })
  state?: PlanState;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsString({ message: 'responsible: cần người phụ trách' })
  @IsSaid('responsible: cần người phụ trách')
  @MaxLength(NAME, { message: `responsible: tối đa ${NAME} ký tự` })
  responsible?: string;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsCalendarDay()
  dueOn?: string;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsString({ message: 'note: cần văn bản' })
  @MaxLength(LONG, { message: `note: tối đa ${LONG} ký tự` })
  note?: string;
}

export class GapPlansQuery extends IntersectionType(
  DayQuery,
  pageQuery({ usual: 50, most: 1000 }),
) {
  @ApiPropertyOptional({ description: 'Code of a commune: only this one' })
  @MayBeLeftOut()
  @IsString({ message: 'commune: cần mã đơn vị' })
  @MaxLength(CODE, { message: `commune: tối đa ${CODE} ký tự` })
  commune?: string;
}

export class SpecialistRequestBody extends PlaceBody {
  @ApiProperty()
  @IsInt({ message: 'people: cần số nguyên' })
  @Min(1, { message: 'people: từ 1' })
  @Max(MOST, { message: `people: tối đa ${MOST}` })
  people!: number;

  @ApiProperty()
  @IsString({ message: 'reason: cần lý do' })
  @IsSaid('reason: cần lý do')
  @MaxLength(LONG, { message: `reason: tối đa ${LONG} ký tự` })
  reason!: string;
}

export class RequestAnswerBody {
  @ApiProperty()
  @IsBoolean({ message: 'accepted: cần đúng hoặc sai' })
  accepted!: boolean;

  @ApiProperty({ description: 'What the commune is told' })
  @IsString({ message: 'answer: cần câu trả lời' })
  @IsSaid('answer: cần câu trả lời')
  @MaxLength(LONG, { message: `answer: tối đa ${LONG} ký tự` })
  answer!: string;
}
