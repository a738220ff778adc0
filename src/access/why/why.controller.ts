import { Controller, Get, Query } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { CurrentActor } from '../current-actor.js';
import { Needs } from '../needs.js';
import { PERMISSIONS, type Permission } from '../permissions.js';
import { WhyService } from './why.service.js';
import { MayBeLeftOut } from '../../shared/left-out.js';

const ALL = Object.keys(PERMISSIONS) as Permission[];

class WhyQuery {
  @ApiProperty({ enum: ALL })
  @IsIn(ALL, { message: 'permission: không có quyền này' })
  permission!: Permission;

  @ApiPropertyOptional({ description: 'Code of a unit', example: '03334' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(40)
  unit?: string;

  @ApiPropertyOptional({ description: 'Id of a person' })
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  person?: number;

  @ApiPropertyOptional({ description: 'For administrators: the account that asks' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(60)
  login?: string;
}

class ReasonResponse {
  @ApiProperty() code!: string;
  @ApiProperty() message!: string;
}

class WhyResponse {
  @ApiProperty() allowed!: boolean;
  @ApiProperty({ type: [ReasonResponse] }) reasons!: ReasonResponse[];
}

@ApiTags('access')
@Controller('access/why')
@Needs('session')
export class WhyController {
  constructor(
    private readonly why: WhyService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Which permission or scope is missing' })
  @ApiOkResponse({ type: WhyResponse })
  async get(@Query() query: WhyQuery): Promise<WhyResponse> {
    const reasons = await this.why.reasons(this.actor.current(), query);
    return { allowed: reasons.length === 0, reasons };
  }
}
