import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  BLOCKS,
  DEGREES,
  POSITION_GROUPS,
  WISH_KINDS,
  type Block,
  type Degree,
  type PositionGroup,
  type WishKind,
} from '../../rules/vocabulary.js';
import { MayBeLeftOut } from '../../shared/left-out.js';

export const CHANGE_KINDS = [
  'pin',
  'unpin',
  'leave',
  'forbid',
  'wish',
  'remove-person',
  'add-person',
  'seats',
] as const;

export class WishBody {
  @ApiProperty({ enum: WISH_KINDS })
  @IsIn(WISH_KINDS, { message: `kind: cần một trong ${WISH_KINDS.join(', ')}` })
  kind!: WishKind;

  @ApiPropertyOptional({
    type: [String],
    description: 'Codes of new communes in order, only to move',
  })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(3, { message: 'communes: tối đa ba xã' })
  @IsString({ each: true })
  @MaxLength(20, { each: true })
  communes?: string[];
}

export class NewPersonBody {
  @ApiProperty({ description: 'Code of the old unit' })
  @IsString()
  @MaxLength(20)
  unitCode!: string;

  @ApiProperty({ description: 'Code of the old position' })
  @IsString()
  @MaxLength(40)
  positionCode!: string;

  @ApiProperty({ enum: BLOCKS })
  @IsIn(BLOCKS)
  block!: Block;

  @ApiProperty({ enum: POSITION_GROUPS })
  @IsIn(POSITION_GROUPS)
  group!: PositionGroup;

  @ApiPropertyOptional({ enum: DEGREES })
  @MayBeLeftOut()
  @IsIn(DEGREES)
  degree?: Degree;

  @ApiPropertyOptional({ description: 'Code of the major group' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(40)
  majorGroup?: string;

  @ApiPropertyOptional({ description: 'Code of the rank' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(20)
  rank?: string;
}

/** Which of the other properties a kind needs: `changeOf`. */
export class WhatIfBody {
  @ApiProperty({ enum: CHANGE_KINDS })
  @IsIn(CHANGE_KINDS, { message: `kind: cần một trong ${CHANGE_KINDS.join(', ')}` })
  kind!: (typeof CHANGE_KINDS)[number];

  @ApiPropertyOptional({ description: 'The person; not for `add-person` and `seats`' })
  @MayBeLeftOut()
  @IsInt({ message: 'staffId: cần số nguyên' })
  staffId?: number;

  @ApiPropertyOptional({ description: 'Code of the new unit: `pin`, `forbid`, `seats`' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(20)
  unitCode?: string;

  @ApiPropertyOptional({ description: 'Code of the new position: `pin`, `forbid`, `seats`' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(40)
  positionCode?: string;

  @ApiPropertyOptional({ description: '`seats`: so many more, below 0 fewer' })
  @MayBeLeftOut()
  @IsInt({ message: 'seats: cần số nguyên' })
  @Min(-50)
  @Max(50)
  seats?: number;

  @ApiPropertyOptional({ description: '`seats`: so many more required ones' })
  @MayBeLeftOut()
  @IsInt({ message: 'required: cần số nguyên' })
  @Min(-50)
  @Max(50)
  required?: number;

  @ApiPropertyOptional({ type: WishBody, description: '`wish`: the wish instead; absent = none' })
  @MayBeLeftOut()
  @ValidateNested()
  @Type(() => WishBody)
  wish?: WishBody;

  @ApiPropertyOptional({ type: NewPersonBody, description: '`add-person`' })
  @MayBeLeftOut()
  @ValidateNested()
  @Type(() => NewPersonBody)
  person?: NewPersonBody;
}

class MostQuery {
  @ApiPropertyOptional({ description: 'How many are told with their chains', default: 10 })
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt({ message: 'most: cần số nguyên' })
  @Min(0)
  @Max(200)
  most?: number;
}

export class WhyPersonQuery extends MostQuery {
  @ApiPropertyOptional({ description: 'Tell only of places in this new commune' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(20)
  commune?: string;
}

export class PlaceQuery {
  @ApiProperty({ description: 'Code of the new unit, the lowest that holds the seats' })
  @IsString({ message: 'unit: cần mã đơn vị' })
  @MaxLength(20)
  unit!: string;

  @ApiProperty({ description: 'Code of the new position' })
  @IsString({ message: 'position: cần mã vị trí' })
  @MaxLength(40)
  position!: string;
}

export class WhyCellQuery extends MostQuery {
  @ApiProperty({ description: 'Code of the new unit, the lowest that holds the seats' })
  @IsString({ message: 'unit: cần mã đơn vị' })
  @MaxLength(20)
  unit!: string;

  @ApiProperty({ description: 'Code of the new position' })
  @IsString({ message: 'position: cần mã vị trí' })
  @MaxLength(40)
  position!: string;
}
