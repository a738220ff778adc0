import type { Type } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type as Read } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** A part of a long list. */
export interface Page {
  /** So many are passed over. */
  readonly offset: number;
  /** At most so many are given. */
  readonly limit: number;
}

const FARTHEST = 1_000_000_000;

/**
 * `?offset=…&limit=…`
 *
 * @param usual how many where nothing is asked; `most` how many at most.
 */
export function pageQuery({
  usual,
  most,
}: {
  readonly usual: number;
  readonly most: number;
}): Type<Page> {
  class PageQuery implements Page {
    @ApiPropertyOptional({ type: Number, default: 0 })
    @Read(() => Number)
    @IsInt({ message: 'offset: cần một số nguyên' })
    @Min(0, { message: 'offset: từ 0' })
    @Max(FARTHEST, { message: 'offset: số quá lớn' })
    offset = 0;

    @ApiPropertyOptional({ type: Number, default: usual })
    @Read(() => Number)
    @IsInt({ message: 'limit: cần một số nguyên' })
    @Min(1, { message: 'limit: từ 1' })
    @Max(most, { message: `limit: tối đa ${most}` })
    limit = usual;
  }
  return PageQuery;
}
