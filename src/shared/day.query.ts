import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

/** `?on=YYYY-MM-DD` */
export class DayQuery {
  @ApiProperty({ example: '2025-07-01', description: 'Day, yyyy-mm-dd' })
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
    message: 'on: cần một ngày dạng yyyy-mm-dd, ví dụ 2025-07-01',
  })
  on!: string;
}
