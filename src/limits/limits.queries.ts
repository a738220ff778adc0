import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { ForecastQuery } from '../forecast/forecast.queries.js';
import { MayBeLeftOut } from '../shared/left-out.js';
import { pageQuery } from '../shared/page.query.js';
import { type LimitOfPeople, LIMITS_OF_PEOPLE } from './limits.plan.js';

const ONLY = ['over'] as const;
const RANK = 20;

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

export class LimitPeopleQuery extends LimitsPageQuery {
  @ApiPropertyOptional({ enum: LIMITS_OF_PEOPLE, description: 'Only those whom this limit counts' })
  @MayBeLeftOut()
  @IsIn(LIMITS_OF_PEOPLE, { message: `counted: cần một trong ${LIMITS_OF_PEOPLE.join(', ')}` })
  counted?: LimitOfPeople;

  @ApiPropertyOptional({ example: '01.002', description: 'Of a share of ranks: the rank' })
  @MayBeLeftOut()
  @IsString({ message: 'rank: cần mã ngạch' })
  @MaxLength(RANK, { message: `rank: tối đa ${RANK} ký tự` })
  rank?: string;
}
