import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { UNIT_LEVELS, type UnitLevel } from '../rules/vocabulary.js';
import { DayQuery } from '../shared/day.query.js';
import { IsNameSearch } from '../shared/name-search.js';
import { pageQuery } from '../shared/page.query.js';
import { MayBeLeftOut } from '../shared/left-out.js';

export class UnitsQuery extends DayQuery {
  @ApiPropertyOptional({ enum: UNIT_LEVELS })
  @MayBeLeftOut()
  @IsIn(UNIT_LEVELS, { message: `level: cần một trong ${UNIT_LEVELS.join(', ')}` })
  level?: UnitLevel;
}

export class PeopleQuery extends IntersectionType(DayQuery, pageQuery({ usual: 100, most: 1000 })) {
  @IsNameSearch()
  search?: string;

  @ApiPropertyOptional({ description: 'Code of a unit; units under it count' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(20)
  unit?: string;
}
