import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, MaxLength } from 'class-validator';
import { FITS, type Fit } from '../rules/vocabulary.js';
import { CLASSIFICATIONS, type Classification } from '../scenario/classification.js';
import { SCENARIO_STATES, type ScenarioState } from '../scenario/scenario.js';
import { IsNameSearch } from '../shared/name-search.js';
import { pageQuery } from '../shared/page.query.js';
import { IsSaid } from '../shared/said.js';
import { HELD_WHY, type HeldWhy } from './held-units.rules.js';
import { KeptRunBody, RUN_KINDS, RunSideBody } from './run-orders.bodies.js';
import { MOVEMENTS, type Movement } from './proposals.js';
import { MayBeLeftOut } from '../shared/left-out.js';
import { IsQueryFlag } from '../shared/query-flag.js';

export const OUTCOMES = ['seated', 'surplus', 'leaving'] as const;

export class LevelsResponse {
  @ApiProperty({ description: '1. Required seats without a qualified person, weighted' })
  requiredUnfilled!: number;
  @ApiProperty({ description: '2. People without a seat' }) withoutSeat!: number;
  @ApiProperty({ description: '3. Cost of fit' }) fit!: number;
  @ApiProperty({ description: '4. Cost of unmet wishes' }) wishes!: number;
  @ApiProperty({ description: '5. Sum of straight-line distances, km' }) distanceKm!: number;
  @ApiProperty({ description: '6. People outside their successors' }) moved!: number;
}

export class RunBreachResponse {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['error', 'warning', 'note'] }) severity!: 'error' | 'warning' | 'note';
  @ApiProperty() message!: string;
}

export class HeldUnitResponse {
  @ApiProperty({ description: 'Old commune, department or district' }) unitCode!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() people!: number;
  @ApiProperty({ enum: HELD_WHY }) why!: HeldWhy;
}

export class SignedRunResponse {
  @ApiProperty() campaignId!: number;
  @ApiProperty() campaignName!: string;
  @ApiProperty({ description: 'The day that its rosters tell of' }) asOf!: string;
  @ApiProperty({ description: 'How many units are held in their main successors' }) units!: number;
  @ApiProperty({ description: 'Of these units' }) people!: number;
  @ApiProperty({
    type: [HeldUnitResponse],
    description: 'Empty for whoever does not see the whole province',
  })
  held!: HeldUnitResponse[];
}

export class RunResponse {
  @ApiProperty() id!: number;
  @ApiProperty({ enum: RUN_KINDS }) kind!: (typeof RUN_KINDS)[number];
  @ApiProperty() status!: string;
  @ApiProperty({ description: 'Both independent checkers accept it' }) proven!: boolean;
  @ApiProperty() seconds!: number;
  @ApiProperty() createdAt!: string;
  @ApiProperty() inputHash!: string;
  @ApiProperty() engineVersion!: string;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Distance from the proven bound; 0 = nothing is better, null = made by a rule',
  })
  gap!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The gap in people without a seat' })
  gapPeople!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The gap in percent of the bound' })
  gapPercent!: number | null;
  @ApiProperty({ description: 'How far from the best there can be, in words' }) gapWords!: string;
  @ApiProperty({ type: [String], description: 'What was asked beyond the levels, in words' })
  conditions!: string[];
  @ApiProperty({ description: 'The time ran out before the search did' }) cutShort!: boolean;
  @ApiProperty({ type: RunSideBody, nullable: true, description: 'Conditions that were asked for' })
  side!: RunSideBody | null;
  @ApiProperty({ type: KeptRunBody, nullable: true }) keep!: KeptRunBody | null;
  @ApiProperty({
    type: SignedRunResponse,
    nullable: true,
    description: 'The run places only people anew whose units have signed their rosters',
  })
  signed!: SignedRunResponse | null;
  @ApiProperty({ description: 'Pins were set or taken off since; the rest tells `changes`' })
  pinsChanged!: boolean;
  @ApiProperty({ type: LevelsResponse }) levels!: LevelsResponse;
  @ApiProperty({ type: [RunBreachResponse] }) breaches!: RunBreachResponse[];
}

export class ScenarioResponse {
  @ApiProperty() id!: number;
  @ApiProperty() name!: string;
  @ApiProperty() description!: string;
  @ApiProperty({ enum: SCENARIO_STATES }) state!: ScenarioState;
  @ApiProperty({ enum: CLASSIFICATIONS, description: 'Printed on every output' })
  classification!: Classification;
  @ApiProperty() effectiveOn!: string;
  @ApiProperty({ description: 'The day whose law is applied' }) rulesOn!: string;
  @ApiProperty({ type: Number, nullable: true }) chosenRunId!: number | null;
  @ApiProperty({ type: String, nullable: true }) submittedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) approvedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of what was approved' })
  approvedHash!: string | null;
  @ApiProperty() createdAt!: string;
  @ApiProperty({ type: String, nullable: true }) appliedAt!: string | null;
  @ApiProperty() version!: number;
  @ApiProperty() factsHash!: string;
  @ApiProperty({ type: [RunResponse] }) runs!: RunResponse[];
}

export class StateBody {
  @ApiProperty({ enum: SCENARIO_STATES })
  @IsIn(SCENARIO_STATES, { message: `to: cần một trong ${SCENARIO_STATES.join(', ')}` })
  to!: ScenarioState;

  @ApiPropertyOptional({
    description: 'Of a submission: the run; by default the chosen one, else the newest baseline',
  })
  @MayBeLeftOut()
  @IsInt({ message: 'runId: cần số nguyên' })
  runId?: number;

  @ApiProperty({ description: 'The version that you saw' })
  @IsInt({ message: 'version: cần số nguyên' })
  version!: number;
}

export class ClassificationBody {
  @ApiProperty({ enum: CLASSIFICATIONS })
  @IsIn(CLASSIFICATIONS, { message: `mark: cần một trong ${CLASSIFICATIONS.join(', ')}` })
  mark!: Classification;

  @ApiProperty({ description: 'The version that you saw' })
  @IsInt({ message: 'version: cần số nguyên' })
  version!: number;
}

export class ScenarioCopyBody {
  @ApiProperty()
  @IsString()
  @IsSaid('name: cần đặt tên phương án')
  @MaxLength(200, { message: 'name: tối đa 200 ký tự' })
  name!: string;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsString()
  @MaxLength(2000, { message: 'description: tối đa 2000 ký tự' })
  description?: string;
}

export class ScenarioWordsBody {
  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsString()
  @IsSaid('name: cần đặt tên phương án')
  @MaxLength(200, { message: 'name: tối đa 200 ký tự' })
  name?: string;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsString()
  @MaxLength(2000, { message: 'description: tối đa 2000 ký tự' })
  description?: string;

  @ApiProperty({ description: 'The version that you saw' })
  @IsInt({ message: 'version: cần số nguyên' })
  version!: number;
}

export class ProposalsQuery extends pageQuery({ usual: 100, most: 5000 }) {
  @ApiPropertyOptional({ description: 'Code of the new commune' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(20)
  commune?: string;

  @ApiPropertyOptional({ description: 'Code of the old unit; its divisions count with it' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(20)
  from?: string;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsString()
  @MaxLength(40)
  position?: string;

  @IsQueryFlag('moved', 'Only those who go outside the successors of their unit')
  moved?: boolean;

  @ApiPropertyOptional({ enum: OUTCOMES })
  @MayBeLeftOut()
  @IsIn(OUTCOMES)
  outcome?: (typeof OUTCOMES)[number];

  @ApiPropertyOptional({ enum: MOVEMENTS })
  @MayBeLeftOut()
  @IsIn(MOVEMENTS)
  movement?: Movement;

  @IsNameSearch()
  search?: string;
}

export class ProposalResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() personKey!: string;
  @ApiProperty() fullName!: string;
  @ApiProperty() oldUnitName!: string;
  @ApiProperty({ type: String, nullable: true }) oldDistrictName!: string | null;
  @ApiProperty() oldPositionName!: string;
  @ApiProperty({ enum: OUTCOMES }) outcome!: (typeof OUTCOMES)[number];
  @ApiProperty({ type: String, nullable: true }) communeCode!: string | null;
  @ApiProperty({ type: String, nullable: true }) communeName!: string | null;
  @ApiProperty({ type: String, nullable: true }) unitCode!: string | null;
  @ApiProperty({ type: String, nullable: true }) unitName!: string | null;
  @ApiProperty({ type: String, nullable: true }) positionCode!: string | null;
  @ApiProperty({ type: String, nullable: true }) positionName!: string | null;
  @ApiProperty({ enum: FITS, nullable: true }) fit!: Fit | null;
  @ApiProperty({ type: [String] }) failedTests!: readonly string[];
  @ApiProperty({ enum: MOVEMENTS }) movement!: Movement;
  @ApiProperty() pinned!: boolean;
  @ApiProperty({ type: Number, nullable: true, description: 'Straight line' })
  distanceKm!: number | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Without a seat: the last day on the bench',
  })
  benchEndsOn!: string | null;
  @ApiProperty() reason!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  terms!: Readonly<Record<string, number>>;
}

export class ProposalsPageResponse {
  @ApiProperty() total!: number;
  @ApiProperty({
    description: 'Further people whom the account may not see: managed by the Party committee',
  })
  closed!: number;
  @ApiProperty({ type: [ProposalResponse] }) items!: ProposalResponse[];
}
