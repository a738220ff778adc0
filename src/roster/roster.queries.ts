import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import type { Severity } from '../shared/issue.js';
import { IsCalendarDay } from '../shared/calendar-day.js';

export class UploadBody {
  @ApiProperty({ description: 'Who sends the roster' })
  @IsString()
  @MinLength(1, { message: 'sender: cần ghi đơn vị gửi' })
  @MaxLength(200, { message: 'sender: tối đa 200 ký tự' })
  sender!: string;

  @ApiProperty({ example: '2025-06-30', description: 'The day that the roster describes' })
  @IsCalendarDay()
  asOf!: string;
}

export class IssuesQuery {
  @ApiPropertyOptional({ enum: ['error', 'warning', 'note'] })
  @IsOptional()
  @IsIn(['error', 'warning', 'note'], { message: 'severity: cần error, warning hoặc note' })
  severity?: Severity;

  @ApiPropertyOptional({ type: Number, default: 0 })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  offset = 0;

  @ApiPropertyOptional({ type: Number, default: 200 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(5000)
  limit = 200;
}
