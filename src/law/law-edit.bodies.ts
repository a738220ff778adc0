import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsInt, IsString, MaxLength, Min } from 'class-validator';
import { EVIDENCE, type Evidence } from '../rules/vocabulary.js';
import { IsCalendarDay } from '../shared/calendar-day.js';
import { IsSaid } from '../shared/said.js';
import { MayBeLeftOut } from '../shared/left-out.js';

const LONG = 2000;

class KeyBody {
  @ApiProperty({ example: 'retirement.male.max-months' })
  @IsString({ message: 'key: cần mã tham số' })
  @MaxLength(200, { message: 'key: tối đa 200 ký tự' })
  key!: string;
}

class ScopedBody extends KeyBody {
  @ApiPropertyOptional({
    description: 'Code of a unit with a value of its own; default: the province',
  })
  @MayBeLeftOut()
  @IsString({ message: 'unit: cần mã đơn vị' })
  @MaxLength(20, { message: 'unit: tối đa 20 ký tự' })
  unit?: string;
}

export class SetParameterBody extends ScopedBody {
  @ApiProperty({ description: 'Number, text, truth value or list, as before', type: Object })
  @IsDefined({ message: 'value: cần giá trị' })
  value!: unknown;

  @ApiProperty({ example: '2027-01-01' })
  @IsCalendarDay()
  startsOn!: string;

  @ApiPropertyOptional({ description: 'The first day no longer in force' })
  @MayBeLeftOut()
  @IsCalendarDay()
  endsOn?: string;

  @ApiProperty({ example: 'Nghị định …' })
  @IsString({ message: 'sourceDocument: cần tên văn bản' })
  @IsSaid('sourceDocument: cần tên văn bản')
  @MaxLength(LONG, { message: `sourceDocument: tối đa ${LONG} ký tự` })
  sourceDocument!: string;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsString({ message: 'sourceArticle: cần văn bản' })
  @MaxLength(LONG, { message: `sourceArticle: tối đa ${LONG} ký tự` })
  sourceArticle?: string;

  @ApiPropertyOptional({ description: 'Day of the document' })
  @MayBeLeftOut()
  @IsCalendarDay()
  sourceOn?: string;

  @ApiProperty({ enum: EVIDENCE })
  @IsIn(EVIDENCE, { message: `evidence: cần một trong ${EVIDENCE.join(', ')}` })
  evidence!: Evidence;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsString({ message: 'note: cần văn bản' })
  @MaxLength(LONG, { message: `note: tối đa ${LONG} ký tự` })
  note?: string;
}

export class ConfirmParameterBody extends ScopedBody {
  @ApiProperty({ description: 'The day whose value was compared with the official text' })
  @IsCalendarDay()
  on!: string;

  @ApiPropertyOptional({ description: 'Where it was read' })
  @MayBeLeftOut()
  @IsString({ message: 'note: cần văn bản' })
  @MaxLength(LONG, { message: `note: tối đa ${LONG} ký tự` })
  note?: string;
}

export class VersionsQuery extends KeyBody {}

const NAME = 200;

export class DraftBody {
  @ApiProperty({ example: 'Nghị định mới về cấp phó' })
  @IsString({ message: 'name: cần tên' })
  @IsSaid('name: cần tên')
  @MaxLength(NAME, { message: `name: tối đa ${NAME} ký tự` })
  name!: string;
}

export class DraftVersionBody {
  @ApiProperty({ description: 'As last seen; another one now = refused' })
  @IsInt({ message: 'version: cần một số nguyên' })
  @Min(1, { message: 'version: từ 1' })
  version!: number;
}

export class DraftRowBody extends IntersectionType(SetParameterBody, DraftVersionBody) {}

export class DraftRowQuery extends ScopedBody {
  @ApiProperty({ example: '2027-01-01' })
  @IsCalendarDay()
  startsOn!: string;

  @ApiProperty({ description: 'As last seen' })
  @Type(() => Number)
  @IsInt({ message: 'version: cần một số nguyên' })
  @Min(1, { message: 'version: từ 1' })
  version!: number;
}
