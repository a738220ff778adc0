import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { GapCellsQuery } from '../gap/gap.queries.js';
import { IsCalendarDay } from '../shared/calendar-day.js';
import { IsNameSearch } from '../shared/name-search.js';
import { pageQuery } from '../shared/page.query.js';
import { MayBeLeftOut } from '../shared/left-out.js';

/** A run or a day as for the gap, with a block or a commune of it. */
export class ForecastQuery extends GapCellsQuery {
  @ApiPropertyOptional({ description: 'Code of a commune: only this one' })
  @MayBeLeftOut()
  @IsString({ message: 'commune: cần mã đơn vị' })
  @MaxLength(20, { message: 'commune: tối đa 20 ký tự' })
  commune?: string;
}

const FIGURES = ['surplus', 'shortage'] as const;

export class ForecastCellsQuery extends ForecastQuery {
  @ApiPropertyOptional({
    description:
      'All that have something on this day, the first of a month; else those that change',
  })
  @MayBeLeftOut()
  @IsCalendarDay()
  by?: string;

  @ApiPropertyOptional({ enum: FIGURES, description: 'Only those that have some of it then' })
  @MayBeLeftOut()
  @IsIn(FIGURES, { message: `of: cần một trong ${FIGURES.join(', ')}` })
  of?: (typeof FIGURES)[number];
}

const ONLY = ['last-holders'] as const;
const KINDS = ['retirement', 'end-of-posting'] as const;

/** What the list of leavers is narrowed by; a workbook has no pages. */
export class LeaversFilterQuery extends ForecastQuery {
  @ApiPropertyOptional({
    enum: KINDS,
    description: '`retirement`: of main posts, so that everybody stands once',
  })
  @MayBeLeftOut()
  @IsIn(KINDS, { message: `kind: cần một trong ${KINDS.join(', ')}` })
  kind?: (typeof KINDS)[number];

  @ApiPropertyOptional({
    description: 'Only those who leave on or before this day at the earliest',
  })
  @MayBeLeftOut()
  @IsCalendarDay()
  by?: string;

  @IsNameSearch()
  search?: string;

  @ApiPropertyOptional({
    enum: ONLY,
    description: 'Only those after whom the commune has nobody qualified',
  })
  @MayBeLeftOut()
  @IsIn(ONLY, { message: `only: cần ${ONLY.join(', ')}` })
  only?: (typeof ONLY)[number];
}

export class LeaversQuery extends IntersectionType(
  LeaversFilterQuery,
  pageQuery({ usual: 100, most: 1000 }),
) {}

const WHYS = ['undated', 'overdue'] as const;

export class LeftOutQuery extends IntersectionType(
  ForecastQuery,
  pageQuery({ usual: 100, most: 1000 }),
) {
  @ApiProperty({ enum: WHYS })
  @IsIn(WHYS, { message: `why: cần một trong ${WHYS.join(', ')}` })
  why!: (typeof WHYS)[number];
}

export class TrainingQuery extends IntersectionType(
  ForecastQuery,
  pageQuery({ usual: 100, most: 1000 }),
) {}
