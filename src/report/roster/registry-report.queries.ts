import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { DayQuery } from '../../shared/day.query.js';
import { MayBeLeftOut } from '../../shared/left-out.js';

export class RegistryReportQuery extends DayQuery {
  @ApiPropertyOptional({
    description: 'Code of a unit, with those below it; default: all that you see',
  })
  @MayBeLeftOut()
  @IsString({ message: 'unit: cần mã đơn vị' })
  @MaxLength(20, { message: 'unit: mã đơn vị quá dài' })
  unit?: string;
}

export class PersonFormQuery extends DayQuery {
  @ApiProperty({ description: 'A person' })
  @Type(() => Number)
  @IsInt({ message: 'person: cần một số nguyên' })
  @Min(1, { message: 'person: cần một số nguyên dương' })
  @Max(Number.MAX_SAFE_INTEGER, { message: 'person: số quá lớn' })
  person!: number;
}
