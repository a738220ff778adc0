import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsCalendarDay } from '../shared/calendar-day.js';
import { pageQuery } from '../shared/page.query.js';
import { MayBeLeftOut } from '../shared/left-out.js';

export class AffectedQuery extends pageQuery({ usual: 20, most: 500 }) {
  @ApiPropertyOptional({ description: 'Default: the first day on which all its changes hold' })
  @MayBeLeftOut()
  @IsCalendarDay()
  on?: string;
}
