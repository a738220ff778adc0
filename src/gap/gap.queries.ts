import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { BLOCKS, type Block } from '../rules/vocabulary.js';
import { IsCalendarDay } from '../shared/calendar-day.js';
import { MayBeLeftOut } from '../shared/left-out.js';

/** `?run=ID` or `?on=YYYY-MM-DD`; that it is exactly one is said by `sourceOf`. */
export class GapQuery {
  @ApiPropertyOptional({ description: 'A run: figures inside its scenario. Give this or `on`' })
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt({ message: 'run: cần một số nguyên' })
  @Min(1, { message: 'run: cần một số nguyên dương' })
  @Max(Number.MAX_SAFE_INTEGER, { message: 'run: số quá lớn' })
  run?: number;

  @ApiPropertyOptional({ example: '2025-07-01', description: 'A day of the registry' })
  @MayBeLeftOut()
  @IsCalendarDay()
  on?: string;
}

export class GapCellsQuery extends GapQuery {
  @ApiPropertyOptional({ enum: BLOCKS })
  @MayBeLeftOut()
  @IsIn(BLOCKS, { message: `block: cần một trong ${BLOCKS.join(', ')}` })
  block?: Block;
}

const BLOCKS_OR_ALL = [...BLOCKS, 'all'] as const;

export class GapSummaryQuery extends GapQuery {
  @ApiPropertyOptional({
    enum: BLOCKS_OR_ALL,
    default: 'government',
    description: 'The block of the list of communes',
  })
  @MayBeLeftOut()
  @IsIn(BLOCKS_OR_ALL, { message: `block: cần một trong ${BLOCKS_OR_ALL.join(', ')}` })
  block: (typeof BLOCKS_OR_ALL)[number] = 'government';
}

export class GapPeopleQuery extends GapQuery {
  @ApiProperty({ description: 'Code of the commune' })
  @IsString({ message: 'commune: cần mã đơn vị' })
  @MaxLength(20, { message: 'commune: tối đa 20 ký tự' })
  commune!: string;

  @ApiProperty({ description: 'Code of the position' })
  @IsString({ message: 'position: cần mã vị trí' })
  @MaxLength(40, { message: 'position: tối đa 40 ký tự' })
  position!: string;
}
