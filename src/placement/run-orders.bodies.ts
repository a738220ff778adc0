import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
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
import { IsSaid } from '../shared/said.js';
import { MayBeLeftOut } from '../shared/left-out.js';

export const RUN_KINDS = ['baseline', 'best', 'seniority'] as const;

const PERCENT = { minimum: 0, maximum: 100 };

export class SpeakersBody {
  @ApiProperty({ description: 'New commune' })
  @IsString()
  @MaxLength(20)
  unitCode!: string;

  @ApiProperty({ description: 'As it stands in the records' })
  @IsString()
  @IsSaid('language: cần tên tiếng dân tộc')
  @MaxLength(60)
  language!: string;

  @ApiProperty({ minimum: 1 })
  @IsInt({ message: 'count: cần số người nói được tiếng đó' })
  @Min(1)
  @Max(1000)
  count!: number;
}

export class JointPostBody {
  @ApiProperty({ description: 'New commune' })
  @IsString()
  @MaxLength(20)
  unitCode!: string;

  @ApiProperty({ description: 'The position in which the person sits' })
  @IsString()
  @MaxLength(40)
  positionCode!: string;

  @ApiProperty({ description: 'The position that the same person holds as well' })
  @IsString()
  @MaxLength(40)
  alsoPositionCode!: string;
}

export class RunSideBody {
  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    minimum: 0,
    description: 'Spouses stay within so many km, straight line; 0 = in one commune',
  })
  @IsOptional()
  @IsNumber({}, { message: 'couplesWithinKm: cần số km' })
  @Min(0)
  @Max(1000)
  couplesWithinKm?: number | null;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    ...PERCENT,
    description:
      'At most so many of 100 people of an old commune or department move out of its successors',
  })
  @IsOptional()
  @IsInt({ message: 'movedOutPercent: cần số nguyên từ 0 đến 100' })
  @Min(0)
  @Max(100)
  movedOutPercent?: number | null;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    ...PERCENT,
    description: 'At least so many of 100 people in the seats of a commune are women',
  })
  @IsOptional()
  @IsInt({ message: 'womenPercent: cần số nguyên từ 0 đến 100' })
  @Min(0)
  @Max(100)
  womenPercent?: number | null;

  @ApiPropertyOptional({ type: [SpeakersBody] })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => SpeakersBody)
  speakers?: SpeakersBody[];

  @ApiPropertyOptional({ description: 'No block of a commune seats more people than its norm' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'norms: cần true hoặc false' })
  norms?: boolean;

  @ApiPropertyOptional({
    type: [JointPostBody],
    description: 'Two seats of a commune that one person holds; a seat in one of them at most',
  })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => JointPostBody)
  joint?: JointPostBody[];
}

export class KeptRunBody {
  @ApiProperty({ description: 'The run that was announced' })
  @IsInt({ message: 'runId: cần số của lần chạy đã công bố' })
  runId!: number;

  @ApiProperty({ minimum: 0, description: 'At most so many people go elsewhere than there' })
  @IsInt({ message: 'most: cần số người được đổi chỗ' })
  @Min(0, { message: 'most: cần số người được đổi chỗ' })
  @Max(1_000_000)
  most!: number;
}

export class RunBody {
  @ApiProperty({ enum: RUN_KINDS })
  @IsIn(RUN_KINDS, { message: `kind: cần một trong ${RUN_KINDS.join(', ')}` })
  kind!: (typeof RUN_KINDS)[number];

  @ApiPropertyOptional({
    type: RunSideBody,
    description: 'Conditions beyond the levels; of `best`',
  })
  @MayBeLeftOut()
  @ValidateNested()
  @Type(() => RunSideBody)
  side?: RunSideBody;

  @ApiPropertyOptional({ type: KeptRunBody, description: 'Change few people of a plan; of `best`' })
  @MayBeLeftOut()
  @ValidateNested()
  @Type(() => KeptRunBody)
  keep?: KeptRunBody;

  @ApiPropertyOptional({
    minimum: 1,
    description:
      'A roster campaign: people of units that have not signed in it, or whose rosters have changed since, stay in the main successor',
  })
  @MayBeLeftOut()
  @IsInt({ message: 'signedIn: cần số của đợt gửi danh sách' })
  @Min(1, { message: 'signedIn: cần số của đợt gửi danh sách' })
  signedIn?: number;
}
