import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { Severity } from '../shared/issue.js';
import { IsCalendarDay } from '../shared/calendar-day.js';
import { pageQuery } from '../shared/page.query.js';
import { IsSaid } from '../shared/said.js';
import { BATCH_KINDS, type BatchKind } from './batch-kind.js';
import { ROW_STATES, type RowState } from './batch.js';
import { MayBeLeftOut } from '../shared/left-out.js';

export class UploadBody {
  @ApiProperty({ description: 'Who sends the roster' })
  @IsString()
  @IsSaid('sender: cần ghi đơn vị gửi')
  @MaxLength(200, { message: 'sender: tối đa 200 ký tự' })
  sender!: string;

  @ApiProperty({ example: '2025-06-30', description: 'The day that the roster describes' })
  @IsCalendarDay()
  asOf!: string;

  @ApiPropertyOptional({ enum: BATCH_KINDS, description: 'What the sheets hold; default roster' })
  @MayBeLeftOut()
  @IsIn(BATCH_KINDS, { message: `kind: cần một trong ${BATCH_KINDS.join(', ')}` })
  kind?: BatchKind;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Chosen by you: GET /imports/progress/{upload} tells how far the reading is',
  })
  @MayBeLeftOut()
  @IsUUID(undefined, { message: 'upload: cần một UUID' })
  upload?: string;
}

/** Beside the file there is nothing to say: a text of any name is refused. */
export class FileBody {}

export class IssuesQuery extends pageQuery({ usual: 200, most: 5000 }) {
  @ApiPropertyOptional({ enum: ['error', 'warning', 'note'] })
  @MayBeLeftOut()
  @IsIn(['error', 'warning', 'note'], { message: 'severity: cần error, warning hoặc note' })
  severity?: Severity;
}

export class PlaceBody {
  @ApiProperty({ description: 'Name of the file in the batch' })
  @IsString()
  @MaxLength(255)
  file!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(31)
  sheet!: string;

  @ApiProperty({ description: 'As Excel shows it' })
  @IsInt()
  @Min(1)
  @Max(1_048_576)
  row!: number;
}

export class TypedCellBody extends PlaceBody {
  @ApiProperty({ example: 'C', description: 'Column letters' })
  @Matches(/^[A-Z]{1,3}$/, { message: 'column: cần chữ cái của cột, ví dụ C' })
  column!: string;

  @ApiProperty({ description: 'What the cell should say; empty empties it' })
  @IsString()
  @MaxLength(2000, { message: 'text: tối đa 2000 ký tự' })
  text!: string;
}

export class CorrectionsBody {
  @ApiProperty({ type: [TypedCellBody] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000, { message: 'cells: tối đa 5000 ô một lần' })
  @ValidateNested({ each: true })
  @Type(() => TypedCellBody)
  cells!: TypedCellBody[];
}

export class AnswerBody extends PlaceBody {
  @ApiProperty()
  @IsString()
  @MaxLength(200)
  question!: string;

  @ApiProperty({ description: 'One of the choices of the question' })
  @IsString()
  @MaxLength(200)
  answer!: string;
}

export class AnswersBody {
  @ApiProperty({ type: [AnswerBody] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => AnswerBody)
  answers!: AnswerBody[];
}

export class RowsBody {
  @ApiProperty({ type: [PlaceBody] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => PlaceBody)
  rows!: PlaceBody[];
}

export class SetAsideBody extends RowsBody {
  @ApiProperty({ description: 'Why; stays with the rows' })
  @IsString()
  @IsSaid('reason: cần ghi lý do để riêng các dòng này')
  @MinLength(3, { message: 'reason: cần ghi lý do để riêng các dòng này' })
  @MaxLength(500, { message: 'reason: tối đa 500 ký tự' })
  reason!: string;
}

export class ColumnChoiceBody {
  @ApiProperty({ description: 'The label over the column, as `columns` gives it' })
  @IsString()
  @MaxLength(500)
  label!: string;

  @ApiProperty({ type: String, nullable: true, description: 'null = kept with the row as it is' })
  @ValidateIf(({ field }: ColumnChoiceBody) => field !== null)
  @IsString()
  @MaxLength(50)
  field!: string | null;
}

export class ColumnChoicesBody {
  @ApiProperty({ type: [ColumnChoiceBody] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ColumnChoiceBody)
  choices!: ColumnChoiceBody[];
}

export class PromotionBody {
  @ApiPropertyOptional({ description: 'Hash of the preview that was seen: refused if it changed' })
  @MayBeLeftOut()
  @Matches(/^[0-9a-f]{64}$/, { message: 'preview: cần mã của bản xem trước' })
  preview?: string;
}

export class RowsQuery extends pageQuery({ usual: 100, most: 1000 }) {
  @ApiPropertyOptional({ enum: ROW_STATES })
  @MayBeLeftOut()
  @IsIn(ROW_STATES, { message: 'state: không có trạng thái này' })
  state?: RowState;

  @ApiPropertyOptional({ enum: ['error', 'warning', 'note'] })
  @MayBeLeftOut()
  @IsIn(['error', 'warning', 'note'], { message: 'severity: cần error, warning hoặc note' })
  severity?: Severity;

  @ApiPropertyOptional({ description: 'Code of an issue' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(100)
  code?: string;

  @ApiPropertyOptional({ description: 'Looked for in names, units and positions' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(100)
  text?: string;
}

export class PreviewQuery extends pageQuery({ usual: 100, most: 1000 }) {
  @ApiPropertyOptional({ enum: ['added', 'changed', 'unchanged'] })
  @MayBeLeftOut()
  @IsIn(['added', 'changed', 'unchanged'], { message: 'state: cần added, changed, unchanged' })
  state?: 'added' | 'changed' | 'unchanged';
}
