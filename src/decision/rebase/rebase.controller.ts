import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { SCENARIO_STATES, type ScenarioState } from '../../scenario/scenario.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { IsSaid } from '../../shared/said.js';
import {
  CONFLICT_KINDS,
  type ConflictKind,
  REBASE_CHOICES,
  type RebaseChoice,
} from './conflict.js';
import { RebaseService } from './rebase.service.js';
import { MayBeLeftOut } from '../../shared/left-out.js';

const MOST_CONFLICTS = 20_000;

class RebaseChoiceBody {
  @ApiProperty({ description: 'The conflict', example: 'person-gone/3' })
  @IsString({ message: 'key: cần mã của điểm khác' })
  @MaxLength(40, { message: 'key: mã quá dài' })
  key!: string;

  @ApiProperty({ enum: REBASE_CHOICES })
  @IsIn(REBASE_CHOICES, { message: `choice: cần một trong ${REBASE_CHOICES.join(', ')}` })
  choice!: RebaseChoice;
}

class RebaseBody {
  @ApiProperty({ description: 'The version that you saw' })
  @IsInt({ message: 'version: cần số nguyên' })
  version!: number;

  @ApiProperty({ description: 'The mark of the conflicts that you saw' })
  @IsString({ message: 'mark: cần mã' })
  @MaxLength(64, { message: 'mark: mã quá dài' })
  mark!: string;

  @ApiProperty({ description: 'What the new draft is called' })
  @IsString()
  @IsSaid('name: cần đặt tên phương án')
  @MaxLength(200, { message: 'name: tối đa 200 ký tự' })
  name!: string;

  @ApiPropertyOptional({ description: 'Absent = that of the plan' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(2000, { message: 'description: tối đa 2000 ký tự' })
  description?: string;

  @ApiProperty({ type: [RebaseChoiceBody], description: 'Every conflict, each once' })
  @IsArray({ message: 'choices: cần danh sách' })
  @ArrayMaxSize(MOST_CONFLICTS, { message: `choices: tối đa ${MOST_CONFLICTS}` })
  @ValidateNested({ each: true })
  @Type(() => RebaseChoiceBody)
  choices!: RebaseChoiceBody[];
}

class RebaseConflictResponse {
  @ApiProperty({ example: 'person-gone/3', description: 'Holds as long as the mark' }) key!: string;
  @ApiProperty({ enum: CONFLICT_KINDS }) what!: ConflictKind;
  @ApiProperty() message!: string;
  @ApiProperty({ enum: REBASE_CHOICES, isArray: true }) choices!: RebaseChoice[];
  @ApiProperty({ enum: REBASE_CHOICES }) proposal!: RebaseChoice;
}

class RebaseResponse {
  @ApiProperty() scenarioId!: number;
  @ApiProperty({ enum: SCENARIO_STATES }) state!: ScenarioState;
  @ApiProperty() version!: number;
  @ApiProperty() mark!: string;
  @ApiProperty({ type: [RebaseConflictResponse], description: 'Empty = nothing has moved on' })
  conflicts!: RebaseConflictResponse[];
  @ApiProperty({ type: [String], description: 'What the map would break with the units of now' })
  breaches!: string[];
}

class RebasedResponse {
  @ApiProperty({ description: 'The new draft' }) scenarioId!: number;
  @ApiProperty({ enum: SCENARIO_STATES }) state!: ScenarioState;
  @ApiProperty() version!: number;
  @ApiProperty() name!: string;
}

/** Plans whose registry has moved on. */
@ApiTags('decision')
@Controller('scenarios')
@Needs('scenario.write')
export class RebaseController {
  constructor(
    private readonly rebase: RebaseService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Get(':id/rebase')
  @ApiOperation({ summary: 'What differs between a plan and the registry of now, with proposals' })
  @ApiOkResponse({ type: RebaseResponse })
  async look(@Param('id', IdPipe) id: number): Promise<RebaseResponse> {
    const { scenario, mark, conflicts, breaches } = await this.rebase.of(this.actor.current(), id);
    const { id: scenarioId, state, version } = scenario;
    return {
      ...{ scenarioId, state, version, mark, breaches: [...breaches] },
      conflicts: conflicts.map(({ key, what, message, choices, proposal }) => ({
        ...{ key, what, message, choices: [...choices], proposal },
      })),
    };
  }

  @Heavy()
  @Post(':id/rebase')
  @ApiOperation({ summary: 'Make a plan anew as a draft on the facts of now, as decided' })
  @ApiCreatedResponse({ type: RebasedResponse })
  async make(
    @Param('id', IdPipe) scenarioId: number,
    @Body() body: RebaseBody,
  ): Promise<RebasedResponse> {
    const { id, state, version, name } = await this.rebase.make(this.actor.current(), {
      scenarioId,
      ...body,
    });
    return { scenarioId: id, state, version, name };
  }
}
