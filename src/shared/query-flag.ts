import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean } from 'class-validator';
import { MayBeLeftOut } from './left-out.js';

/** True or false in an address, where all is text; may be left out. */
export function IsQueryFlag(name: string, description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: Boolean, description }),
    MayBeLeftOut(),
    Transform(({ value }: { readonly value: unknown }): unknown =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean({ message: `${name}: cần true hoặc false` }),
  );
}
