import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

export class ReportQuery {
  @ApiProperty({ description: 'A run' })
  @Type(() => Number)
  @IsInt({ message: 'run: cần một số nguyên' })
  @Min(1, { message: 'run: cần một số nguyên dương' })
  @Max(Number.MAX_SAFE_INTEGER, { message: 'run: số quá lớn' })
  run!: number;
}
