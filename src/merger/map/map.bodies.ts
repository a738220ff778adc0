import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

export const ROW_KINDS = ['whole', 'part', 'remainder'] as const;

/** A province has some hundred communes; of them few are split. */
const MOST_ROWS = 3000;
const MOST_TEXT = 60_000;

export class MapRowBody {
  @ApiProperty({ description: 'Old commune' })
  @IsString()
  @MaxLength(20)
  oldCode!: string;

  @ApiProperty({ description: 'New commune' })
  @IsString()
  @MaxLength(20)
  newCode!: string;

  @ApiProperty({ enum: ROW_KINDS })
  @IsIn(ROW_KINDS, { message: `kind: cần một trong ${ROW_KINDS.join(', ')}` })
  kind!: (typeof ROW_KINDS)[number];

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Of the old unit’s people, 0 to 1; null = unknown',
  })
  @IsOptional()
  @IsNumber()
  @Min(0, { message: 'share: từ 0 đến 1' })
  @Max(1, { message: 'share: từ 0 đến 1' })
  share!: number | null;

  @ApiProperty({ description: 'Its people follow this row until somebody decides' })
  @IsBoolean()
  main!: boolean;
}

export class TypedAreaBody {
  @ApiProperty({ description: 'New commune' })
  @IsString()
  @MaxLength(20)
  code!: string;

  @ApiProperty({ description: 'In km²' })
  @IsNumber()
  @Min(0, { message: 'areaKm2: không được âm' })
  @Max(50_000, { message: 'areaKm2: lớn quá một tỉnh' })
  areaKm2!: number;
}

export class DrawnMapBody {
  @ApiProperty({ type: [MapRowBody], description: 'Every line of the map, of communes only' })
  @IsArray()
  @ArrayMaxSize(MOST_ROWS)
  @ValidateNested({ each: true })
  @Type(() => MapRowBody)
  rows!: MapRowBody[];

  @ApiProperty({
    type: [TypedAreaBody],
    description: 'Areas of new communes that cannot be computed, as somebody knows them',
  })
  @IsArray()
  @ArrayMaxSize(MOST_ROWS)
  @ValidateNested({ each: true })
  @Type(() => TypedAreaBody)
  areas!: TypedAreaBody[];
}

export class SavedMapBody extends DrawnMapBody {
  @ApiProperty({ description: 'The version of the scenario that you saw' })
  @IsInt({ message: 'version: cần số nguyên' })
  version!: number;
}

export class PastedMapBody {
  @ApiProperty({ description: 'Lines as a spreadsheet copies them: old unit, new unit, share' })
  @IsString()
  @MaxLength(MOST_TEXT, { message: 'text: bảng dán quá dài' })
  text!: string;
}
