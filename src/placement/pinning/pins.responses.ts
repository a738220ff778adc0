import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, MaxLength, MinLength } from 'class-validator';
import { RunBreachResponse } from '../placement.responses.js';
import { IsSaid } from '../../shared/said.js';
import { MayBeLeftOut } from '../../shared/left-out.js';

export const PIN_KINDS = ['seat', 'leave', 'forbid'] as const;

export class PinBody {
  @ApiProperty({ description: 'The version of the scenario that you saw' })
  @IsInt({ message: 'version: cần số nguyên' })
  version!: number;

  @ApiProperty()
  @IsInt({ message: 'staffId: cần số nguyên' })
  staffId!: number;

  @ApiProperty({
    enum: PIN_KINDS,
    description: '`seat` = goes there, `leave` = leaves the service, `forbid` = not there',
  })
  @IsIn(PIN_KINDS, { message: `kind: cần một trong ${PIN_KINDS.join(', ')}` })
  kind!: (typeof PIN_KINDS)[number];

  @ApiPropertyOptional({ description: 'New unit; of `forbid` with all under it' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(20)
  unitCode?: string;

  @ApiPropertyOptional({ description: 'New position' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(40)
  positionCode?: string;

  @ApiProperty({ description: 'Why; stands in the plan and in the trail' })
  @IsString()
  @IsSaid('reason: cần ghi lý do chỉ định')
  @MinLength(3, { message: 'reason: cần ghi lý do chỉ định' })
  @MaxLength(500, { message: 'reason: tối đa 500 ký tự' })
  reason!: string;
}

export class PinRemovalQuery {
  @ApiProperty({ description: 'The version of the scenario that you saw' })
  @Type(() => Number)
  @IsInt({ message: 'version: cần số nguyên' })
  version!: number;
}

export class PinResponse {
  @ApiProperty() id!: number;
  @ApiProperty({ type: Number, nullable: true }) staffId!: number | null;
  @ApiProperty() fullName!: string;
  @ApiProperty({ enum: PIN_KINDS }) kind!: (typeof PIN_KINDS)[number];
  @ApiProperty({ type: String, nullable: true }) unitCode!: string | null;
  @ApiProperty({ type: String, nullable: true }) positionCode!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'null = typed words that the account may not read',
  })
  reason!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'null = it came with the rosters' })
  setBy!: string | null;
  @ApiProperty() setAt!: string;
}

export class ScenarioPinsResponse {
  @ApiProperty({ description: 'Of the scenario; the next change must name it' }) version!: number;
  @ApiProperty({ type: [PinResponse] }) pins!: PinResponse[];
}

export class PinSetResponse extends ScenarioPinsResponse {
  @ApiProperty({
    type: [RunBreachResponse],
    description: 'What the pin brings; every run names it',
  })
  breaches!: RunBreachResponse[];
}
