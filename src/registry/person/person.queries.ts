import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsString, Length, MaxLength } from 'class-validator';
import { normalised } from '../../shared/text.js';

/** A purpose is words, not spaces. */
const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? normalised(value) : value,
);

export class RevealBody {
  @ApiProperty({ description: 'A class (`health`), or the key of one value (`ethnicity`)' })
  @IsString({ message: 'fields: cần tên loại hoặc tên trường' })
  @MaxLength(100, { message: 'fields: quá dài' })
  fields!: string;

  @ApiProperty({ minLength: 10, maxLength: 500, description: 'Kept in the trail' })
  @trimmed
  @IsString({ message: 'purpose: cần ghi lý do' })
  @Length(10, 500, { message: 'purpose: cần ghi lý do, từ 10 đến 500 ký tự' })
  purpose!: string;
}
