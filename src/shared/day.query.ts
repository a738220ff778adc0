import { ApiProperty } from '@nestjs/swagger';
import { IsCalendarDay } from './calendar-day.js';

/** `?on=YYYY-MM-DD` */
export class DayQuery {
  @ApiProperty({ example: '2025-07-01', description: 'Day, yyyy-mm-dd' })
  @IsCalendarDay()
  on!: string;
}
