import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { DEGREES, type Degree, type Sex } from '../../rules/vocabulary.js';
import { IsCalendarDay, IsPartialDay } from '../../shared/calendar-day.js';
import { IsSaid } from '../../shared/said.js';
import { EVENT_KINDS, type EventKind } from './person-event.js';
import { MayBeLeftOut } from '../../shared/left-out.js';

const NAME = 200;
const LONG = 2000;
const SEXES = ['male', 'female'] as const;
const NUMBER = /^\d{12}$/;
const MOST_STEPS = 20;
const MOST_COEFFICIENT = 20;

function text(field: string): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional()(target, key);
    MayBeLeftOut()(target, key);
    IsString({ message: `${field}: cần văn bản` })(target, key);
    MaxLength(NAME, { message: `${field}: tối đa ${NAME} ký tự` })(target, key);
  };
}

function partialDay(field: string): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ example: '1980-05', description: 'Day, month or year' })(target, key);
    MayBeLeftOut()(target, key);
    IsPartialDay(`${field}: cần yyyy-mm-dd, yyyy-mm hoặc yyyy, là ngày có thật`)(target, key);
  };
}

class FileBody {
  @text('fullName')
  @IsSaid('fullName: cần họ và tên')
  fullName?: string;
  @ApiPropertyOptional({ enum: SEXES })
  @MayBeLeftOut()
  @IsIn(SEXES, { message: 'sex: cần male hoặc female' })
  sex?: Sex;
  @partialDay('bornOn') bornOn?: string;
  @partialDay('recruitedOn') recruitedOn?: string;
  @text('homeText') homeText?: string;
  @text('addressText') addressText?: string;
  @ApiPropertyOptional({ enum: DEGREES })
  @MayBeLeftOut()
  @IsIn(DEGREES, { message: `degree: cần một trong ${DEGREES.join(', ')}` })
  degree?: Degree;
  @text('major') major?: string;
  @ApiPropertyOptional({ description: 'Code of a group of majors' })
  @MayBeLeftOut()
  @Matches(/^[a-z0-9-]{1,40}$/, { message: 'majorGroup: cần mã nhóm ngành' })
  majorGroup?: string;
  @text('school') school?: string;
  @ApiPropertyOptional({ example: '01.003' })
  @MayBeLeftOut()
  @Matches(/^[\w.]{1,20}$/, { message: 'rankCode: cần mã ngạch' })
  rankCode?: string;
  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsInt({ message: 'step: cần số nguyên' })
  @Min(1, { message: 'step: từ 1' })
  @Max(MOST_STEPS, { message: `step: tối đa ${MOST_STEPS}` })
  step?: number;
  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsNumber({}, { message: 'coefficient: cần một số' })
  @Min(0, { message: 'coefficient: từ 0' })
  @Max(MOST_COEFFICIENT, { message: `coefficient: tối đa ${MOST_COEFFICIENT}` })
  coefficient?: number;
  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsNumber({}, { message: 'positionAllowance: cần một số' })
  @Min(0, { message: 'positionAllowance: từ 0' })
  @Max(MOST_COEFFICIENT, { message: `positionAllowance: tối đa ${MOST_COEFFICIENT}` })
  positionAllowance?: number;
  @text('plannedTitle') plannedTitle?: string;
  @ApiPropertyOptional({ description: 'Twelve digits' })
  @MayBeLeftOut()
  @Matches(NUMBER, { message: 'spousePersonalNumber: cần 12 chữ số' })
  spousePersonalNumber?: string;
}

export class PersonEventBody extends FileBody {
  @ApiProperty({ enum: EVENT_KINDS.filter((kind) => kind !== 'newcomer') })
  @IsIn(EVENT_KINDS.filter((kind) => kind !== 'newcomer'), { message: 'kind: cần loại việc' })
  kind!: Exclude<EventKind, 'newcomer'>;

  @ApiProperty({ description: 'From which day it holds' })
  @IsCalendarDay()
  effectiveOn!: string;

  @ApiProperty({ description: 'On which paper it rests' })
  @IsString({ message: 'reason: cần căn cứ' })
  @IsSaid('reason: cần căn cứ')
  @MaxLength(LONG, { message: `reason: tối đa ${LONG} ký tự` })
  reason!: string;

  @ApiPropertyOptional({ description: 'Of a case: first day after' })
  @MayBeLeftOut()
  @IsCalendarDay()
  endsOn?: string;

  @ApiPropertyOptional({ description: 'Of a case: the person asked to be moved nevertheless' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'liftedByRequest: cần đúng hoặc sai' })
  liftedByRequest?: boolean;
}

export class NewcomerBody extends OmitType(FileBody, ['fullName'] as const) {
  @ApiProperty({ description: 'Twelve digits' })
  @Matches(NUMBER, { message: 'personalNumber: cần 12 chữ số' })
  personalNumber!: string;

  @ApiProperty()
  @IsString({ message: 'fullName: cần họ và tên' })
  @IsSaid('fullName: cần họ và tên')
  @MaxLength(NAME, { message: `fullName: tối đa ${NAME} ký tự` })
  fullName!: string;

  @ApiProperty()
  @IsCalendarDay()
  effectiveOn!: string;

  @ApiProperty()
  @IsString({ message: 'reason: cần căn cứ' })
  @IsSaid('reason: cần căn cứ')
  @MaxLength(LONG, { message: `reason: tối đa ${LONG} ký tự` })
  reason!: string;
}
