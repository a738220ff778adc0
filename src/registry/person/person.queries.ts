import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { IsPurpose } from '../../shared/purpose.js';

export class RevealBody {
  @ApiProperty({ description: 'A class (`health`), or the key of one value (`ethnicity`)' })
  @IsString({ message: 'fields: cần tên loại hoặc tên trường' })
  @MaxLength(100, { message: 'fields: quá dài' })
  fields!: string;

  @IsPurpose()
  purpose!: string;
}
