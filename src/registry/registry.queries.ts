import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { UNIT_LEVELS, type UnitLevel } from '../rules/vocabulary.js';
import { DayQuery } from '../shared/day.query.js';

export class UnitsQuery extends DayQuery {
  @ApiPropertyOptional({ enum: UNIT_LEVELS })
  @IsOptional()
  @IsIn(UNIT_LEVELS, { message: `level: cần một trong ${UNIT_LEVELS.join(', ')}` })
  level?: UnitLevel;
}

export class PeopleQuery extends DayQuery {
  @ApiPropertyOptional({ description: 'Part of a name, diacritics do not matter' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;

  @ApiPropertyOptional({ description: 'Code of a unit; units under it count' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  unit?: string;

  @ApiPropertyOptional({ type: Number, default: 0 })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  offset = 0;

  @ApiPropertyOptional({ type: Number, default: 100 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit = 100;
}
