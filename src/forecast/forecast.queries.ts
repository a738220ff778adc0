import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { BLOCKS, type Block } from '../rules/vocabulary.js';
import { IsCalendarDay } from '../shared/calendar-day.js';
import { pageQuery } from '../shared/page.query.js';

/** `?run=ID` or `?on=YYYY-MM-DD`; that it is exactly one is said by `sourceOf`. */
export class ForecastQuery {
  @ApiPropertyOptional({ description: 'A run: from the day of its scenario. Give this or `on`' })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'run: cần một số nguyên' })
  @Min(1, { message: 'run: cần một số nguyên dương' })
  @Max(Number.MAX_SAFE_INTEGER, { message: 'run: số quá lớn' })
  run?: number;

  @ApiPropertyOptional({ example: '2026-11-21', description: 'A day of the registry' })
  @IsOptional()
  @IsCalendarDay()
  on?: string;

  @ApiPropertyOptional({ enum: BLOCKS })
  @IsOptional()
  @IsIn(BLOCKS, { message: `block: cần một trong ${BLOCKS.join(', ')}` })
  block?: Block;

  @ApiPropertyOptional({ description: 'Code of a commune: only this one' })
  @IsOptional()
  @IsString({ message: 'commune: cần mã đơn vị' })
  @MaxLength(20, { message: 'commune: tối đa 20 ký tự' })
  commune?: string;
}

export class LeaversQuery extends IntersectionType(
  ForecastQuery,
  pageQuery({ usual: 100, most: 1000 }),
) {}
