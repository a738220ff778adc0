import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { MayBeLeftOut } from './left-out.js';

/** A part of a name in an address. A personal number has no place there: browsers and proxies keep addresses. */
export function IsNameSearch(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ description: 'Part of a name, diacritics do not matter' }),
    MayBeLeftOut(),
    IsString(),
    MaxLength(100),
    Matches(/^(?!.*\d{9})/s, {
      message: 'search: chỉ tìm theo tên; số định danh không được nằm trong địa chỉ',
    }),
  );
}
