import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { GapCellsQuery } from '../gap/gap.queries.js';
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

const ONLY = ['last-holders'] as const;

export class LeaversQuery extends IntersectionType(
  ForecastQuery,
  pageQuery({ usual: 100, most: 1000 }),
) {
  @ApiPropertyOptional({
    enum: ONLY,
    description: 'Only those after whom the commune has nobody qualified',
  })
  @MayBeLeftOut()
  @IsIn(ONLY, { message: `only: cần ${ONLY.join(', ')}` })
  only?: (typeof ONLY)[number];
}

export class TrainingQuery extends IntersectionType(
  ForecastQuery,
  pageQuery({ usual: 100, most: 1000 }),
) {}
