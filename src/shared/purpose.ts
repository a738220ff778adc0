import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsString, Length } from 'class-validator';
import { normalised } from './text.js';

const LEAST = 10;
const MOST = 500;

/** Why somebody opens or takes out personal data: 10 to 500 characters that are not spaces. The trail keeps it. */
export function IsPurpose(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ minLength: LEAST, maxLength: MOST, description: 'What for; kept in the trail' }),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? normalised(value) : value,
    ),
    IsString({ message: 'purpose: cần ghi mục đích' }),
    Length(LEAST, MOST, { message: `purpose: cần ghi mục đích, từ ${LEAST} đến ${MOST} ký tự` }),
  );
}
