import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { WISH_KINDS, type WishKind } from '../../rules/vocabulary.js';
import { IsCalendarDay } from '../../shared/calendar-day.js';
import { IsSaid } from '../../shared/said.js';
import { MayBeLeftOut } from '../../shared/left-out.js';

const NAME = 200;
const LONG = 2000;
/** How many are allowed is a rule with words of its own; this only ends the list. */
const MOST_SENT = 20;

export class PersonWishBody {
  @ApiProperty({ enum: WISH_KINDS })
  @IsIn(WISH_KINDS, { message: `kind: cần một trong ${WISH_KINDS.join(', ')}` })
  kind!: WishKind;

  @ApiPropertyOptional({
    type: [String],
    description: 'Names of up to three communes, the first wish first; of a move only',
  })
  @MayBeLeftOut()
  @IsArray({ message: 'communes: cần danh sách tên xã' })
  @ArrayMaxSize(MOST_SENT, { message: 'communes: quá nhiều xã' })
  @IsString({ each: true, message: 'communes: cần tên xã' })
  @MaxLength(NAME, { each: true, message: `communes: tối đa ${NAME} ký tự` })
  communes?: string[];

  @ApiProperty({ description: 'On which day the person said so' })
  @IsCalendarDay()
  givenOn!: string;

  @ApiProperty({ description: 'On which paper it rests' })
  @IsString({ message: 'reason: cần căn cứ' })
  @IsSaid('reason: cần căn cứ')
  @MaxLength(LONG, { message: `reason: tối đa ${LONG} ký tự` })
  reason!: string;

  @ApiPropertyOptional({ description: 'Where the person lives with the family' })
  @MayBeLeftOut()
  @IsString({ message: 'addressText: cần văn bản' })
  @MaxLength(NAME, { message: `addressText: tối đa ${NAME} ký tự` })
  addressText?: string;

  @ApiPropertyOptional({
    description: 'Twelve digits; where the spouse works is known by it if the registry has them',
  })
  @MayBeLeftOut()
  @Matches(/^\d{12}$/, { message: 'spousePersonalNumber: cần 12 chữ số' })
  spousePersonalNumber?: string;
}
