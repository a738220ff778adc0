import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { ForecastQuery } from '../forecast/forecast.queries.js';
import { pageQuery } from '../shared/page.query.js';
import { MayBeLeftOut } from '../shared/left-out.js';

const ONLY = ['over'] as const;

export class LimitsPageQuery extends IntersectionType(
  ForecastQuery,
  pageQuery({ usual: 100, most: 1000 }),
) {}

export class UnitLimitsQuery extends LimitsPageQuery {
  @ApiPropertyOptional({ enum: ONLY, description: 'Only what is over' })
  @MayBeLeftOut()
  @IsIn(ONLY, { message: `only: cần ${ONLY.join(', ')}` })
  only?: (typeof ONLY)[number];
}
