import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import type { Severity } from '../shared/issue.js';
import { IsCalendarDay } from '../shared/calendar-day.js';
import { pageQuery } from '../shared/page.query.js';

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

export class IssuesQuery extends pageQuery({ usual: 200, most: 5000 }) {
  @ApiPropertyOptional({ enum: ['error', 'warning', 'note'] })
  @IsOptional()
  @IsIn(['error', 'warning', 'note'], { message: 'severity: cần error, warning hoặc note' })
  severity?: Severity;
}
