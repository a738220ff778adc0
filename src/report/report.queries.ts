import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { IsPurpose } from '../shared/purpose.js';

const MOST_COLUMNS = 80;

/** `?columns=a,b` */
export function IsColumnKeys(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      type: String,
      description: 'Keys of columns, by comma; default: those that you see without a purpose',
    }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.split(',').map((key) => key.trim()) : value,
    ),
    IsString({ each: true, message: 'columns: cần tên các cột, cách nhau bằng dấu phẩy' }),
    ArrayMaxSize(MOST_COLUMNS, { message: 'columns: quá nhiều cột' }),
  );
}

export class ReportQuery {
  @ApiProperty({ description: 'A run' })
  @Type(() => Number)
  @IsInt({ message: 'run: cần một số nguyên' })
  @Min(1, { message: 'run: cần một số nguyên dương' })
  @Max(Number.MAX_SAFE_INTEGER, { message: 'run: số quá lớn' })
  run!: number;

  @IsPurpose()
  purpose!: string;

  @IsColumnKeys()
  columns?: string[];
}
