import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { ForecastQuery } from '../forecast/forecast.queries.js';
import { IsCalendarDay } from '../shared/calendar-day.js';
import { MayBeLeftOut } from '../shared/left-out.js';
import { pageQuery } from '../shared/page.query.js';
import { SCHEMES } from './payout.responses.js';

const APPENDICES = ['I', 'II'] as const;
const WHO = ['surplus', 'all'] as const;
const LISTED = [...SCHEMES, 'without-pay'] as const;

export class PayoutQuery extends ForecastQuery {
  @ApiProperty({ example: '2026-12-01', description: 'The first day no longer in service' })
  @IsCalendarDay()
  leavingOn!: string;

  @ApiPropertyOptional({ enum: APPENDICES, default: 'I', description: 'Of Decree 135/2020' })
  @MayBeLeftOut()
  @IsIn(APPENDICES, { message: `appendix: cần một trong ${APPENDICES.join(', ')}` })
  appendix: (typeof APPENDICES)[number] = 'I';

  @ApiPropertyOptional({ enum: WHO, default: 'surplus' })
  @MayBeLeftOut()
  @IsIn(WHO, { message: `who: cần một trong ${WHO.join(', ')}` })
  who: (typeof WHO)[number] = 'surplus';
}

export class PayoutPageQuery extends IntersectionType(
  PayoutQuery,
  pageQuery({ usual: 20, most: 200 }),
) {
  @ApiPropertyOptional({
    enum: LISTED,
    description: 'Only people with a claim to this scheme, or whose file has no coefficient',
  })
  @MayBeLeftOut()
  @IsIn(LISTED, { message: `listed: cần một trong ${LISTED.join(', ')}` })
  listed?: (typeof LISTED)[number];
}
