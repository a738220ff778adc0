import { ApiProperty, ApiPropertyOptional, IntersectionType, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { ProposalsQuery } from '../placement/placement.responses.js';
import { IsPurpose } from '../shared/purpose.js';
import { MayBeLeftOut } from '../shared/left-out.js';

const MOST_COLUMNS = 80;

export class ReportQuery {
  @ApiProperty({ description: 'A run' })
  @Type(() => Number)
  @IsInt({ message: 'run: cần một số nguyên' })
  @Min(1, { message: 'run: cần một số nguyên dương' })
  @Max(Number.MAX_SAFE_INTEGER, { message: 'run: số quá lớn' })
  run!: number;
}

/** A run and what its list of people is narrowed by; without a filter everybody. */
export class PlanReportQuery extends IntersectionType(
  ReportQuery,
  OmitType(ProposalsQuery, ['offset', 'limit'] as const),
) {}

/** In the body: an address is kept by browsers and proxies. */
export class ReportBody {
  @IsPurpose()
  purpose!: string;

  @ApiPropertyOptional({
    type: [String],
    description: 'Keys of columns; default: those that you see without a purpose',
  })
  @MayBeLeftOut()
  @IsArray({ message: 'columns: cần danh sách tên cột' })
  @IsString({ each: true, message: 'columns: cần tên các cột' })
  @MaxLength(60, { each: true, message: 'columns: tên cột quá dài' })
  @ArrayMaxSize(MOST_COLUMNS, { message: 'columns: quá nhiều cột' })
  columns?: string[];
}
