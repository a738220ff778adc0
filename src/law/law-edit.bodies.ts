import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDefined, IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { EVIDENCE, type Evidence } from '../rules/vocabulary.js';
import { IsCalendarDay } from '../shared/calendar-day.js';

const LONG = 2000;

class KeyBody {
  @ApiProperty({ example: 'retirement.male.max-months' })
  @IsString({ message: 'key: cần mã tham số' })
  @MaxLength(200, { message: 'key: tối đa 200 ký tự' })
  key!: string;
}

export class SetParameterBody extends KeyBody {
  @ApiProperty({ description: 'Number, text, truth value or list, as before', type: Object })
  @IsDefined({ message: 'value: cần giá trị' })
  value!: unknown;

  @ApiProperty({ example: '2027-01-01' })
  @IsCalendarDay()
  startsOn!: string;

  @ApiPropertyOptional({ description: 'The first day no longer in force' })
  @IsOptional()
  @IsCalendarDay()
  endsOn?: string;

  @ApiProperty({ example: 'Nghị định …' })
  @IsString({ message: 'sourceDocument: cần tên văn bản' })
  @MinLength(1, { message: 'sourceDocument: cần tên văn bản' })
  @MaxLength(LONG, { message: `sourceDocument: tối đa ${LONG} ký tự` })
  sourceDocument!: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString({ message: 'sourceArticle: cần văn bản' })
  @MaxLength(LONG, { message: `sourceArticle: tối đa ${LONG} ký tự` })
  sourceArticle?: string;

  @ApiPropertyOptional({ description: 'Day of the document' })
  @IsOptional()
  @IsCalendarDay()
  sourceOn?: string;

  @ApiProperty({ enum: EVIDENCE })
  @IsIn(EVIDENCE, { message: `evidence: cần một trong ${EVIDENCE.join(', ')}` })
  evidence!: Evidence;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString({ message: 'note: cần văn bản' })
  @MaxLength(LONG, { message: `note: tối đa ${LONG} ký tự` })
  note?: string;
}

export class ConfirmParameterBody extends KeyBody {
  @ApiProperty({ description: 'The day whose value was compared with the official text' })
  @IsCalendarDay()
  on!: string;

  @ApiPropertyOptional({ description: 'Where it was read' })
  @IsOptional()
  @IsString({ message: 'note: cần văn bản' })
  @MaxLength(LONG, { message: `note: tối đa ${LONG} ký tự` })
  note?: string;
}

export class VersionsQuery extends KeyBody {}
