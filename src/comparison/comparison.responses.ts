import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsIn, IsInt, Max, Min } from 'class-validator';
import { IsString, MaxLength } from 'class-validator';
import { GapSummaryResponse } from '../gap/gap.responses.js';
import { LimitResponse } from '../limits/limits.responses.js';
import { LevelsResponse, OUTCOMES, RunResponse } from '../placement/placement.responses.js';
import { MOVEMENTS, type Movement } from '../placement/proposals.js';
import { FITS, type Fit } from '../rules/vocabulary.js';
import { CLASSIFICATIONS, type Classification } from '../scenario/classification.js';
import { SCENARIO_STATES, type ScenarioState } from '../scenario/scenario.js';
import { IsNameSearch } from '../shared/name-search.js';
import { pageQuery } from '../shared/page.query.js';
import { LISTS, type List } from './compare.plan.js';
import { MayBeLeftOut } from '../shared/left-out.js';

/** As many as a sheet of A3 takes beside each other. */
const MOST_RUNS = 20;

function numbers({ value }: { value: unknown }): unknown {
  return typeof value === 'string' ? value.split(',').map(Number) : value;
}

/** Which runs: in which order they are shown, too. */
function IsRuns(): PropertyDecorator {
  const each = { each: true };
  return (target, key) => {
    const decorators = [
      ApiProperty({ type: String, description: 'Runs, separated by commas', example: '1,2' }),
      Transform(numbers),
      ArrayMinSize(1, { message: 'runs: cần số của ít nhất một lần chạy' }),
      ArrayMaxSize(MOST_RUNS, { message: `runs: tối đa ${MOST_RUNS} lần chạy` }),
      ArrayUnique({ message: 'runs: mỗi lần chạy chỉ nêu một lần' }),
      IsInt({ ...each, message: 'runs: cần các số nguyên, cách nhau bằng dấu phẩy' }),
      Min(1, { ...each, message: 'runs: cần các số nguyên dương' }),
      Max(Number.MAX_SAFE_INTEGER, { ...each, message: 'runs: số quá lớn' }),
    ];
    for (const decorate of decorators) decorate(target, key);
  };
}

export class ComparisonQuery {
  @IsRuns() runs!: number[];
}

export class ComparedPeopleQuery extends pageQuery({ usual: 100, most: 1000 }) {
  @IsRuns() runs!: number[];

  @ApiPropertyOptional({ enum: LISTS, default: 'differences' })
  @MayBeLeftOut()
  @IsIn(LISTS, { message: `list: cần một trong ${LISTS.join(', ')}` })
  list: List = 'differences';

  @ApiPropertyOptional({ description: 'Code of a new commune: who is there in one of the runs' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(20)
  commune?: string;

  @IsNameSearch()
  search?: string;
}

export class LineFiguresResponse {
  @ApiProperty() people!: number;
  @ApiProperty() seated!: number;
  @ApiProperty() surplus!: number;
  @ApiProperty() leaving!: number;
  @ApiProperty({ description: 'In a seat outside the successors of the old unit' }) moved!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Straight line' })
  medianKm!: number | null;
  @ApiProperty({ type: Number, nullable: true }) longestKm!: number | null;
  @ApiProperty({ description: 'People whose way counts as far by the law of the plan' })
  farWays!: number;
}

export class ComparedRunResponse {
  @ApiProperty() scenarioId!: number;
  @ApiProperty() scenarioName!: string;
  @ApiProperty({ enum: SCENARIO_STATES }) state!: ScenarioState;
  @ApiProperty({ enum: CLASSIFICATIONS }) classification!: Classification;
  @ApiProperty() effectiveOn!: string;
  @ApiProperty() rulesOn!: string;
  @ApiProperty() factsHash!: string;
  @ApiProperty({ description: 'From so many km on a way counts as far' }) farKm!: number;
  @ApiProperty({ type: RunResponse }) run!: RunResponse;
  @ApiProperty({ type: LineFiguresResponse, description: 'Of the people whom you see' })
  lines!: LineFiguresResponse;
  @ApiProperty({ description: 'Couples whose places are far from each other' })
  couplesApart!: number;
  @ApiProperty({ description: 'Homes that far ways make necessary' }) households!: number;
  @ApiProperty({ type: GapSummaryResponse }) gap!: GapSummaryResponse;
  @ApiProperty({ description: 'false = limits of the whole province are not told to you' })
  whole!: boolean;
  @ApiProperty({ type: [LimitResponse], description: 'Limits over the province' })
  limits!: LimitResponse[];
  @ApiProperty({ description: 'Limits of single units that are over' }) unitsOver!: number;
}

export class DifferentFactsResponse {
  @ApiProperty({ example: 'succession', description: '`pin` = given by hand' }) kind!: string;
  @ApiProperty() count!: number;
}

export class ComparisonResponse {
  @ApiProperty({ description: 'All runs stand on the same frozen facts' }) sameFacts!: boolean;
  @ApiProperty({
    type: [DifferentFactsResponse],
    description: 'Facts that are not the same in all the scenarios, by kind',
  })
  differentFacts!: DifferentFactsResponse[];
  @ApiProperty({ description: 'People who are not in the same place in all the runs' })
  differences!: number;
  @ApiProperty({ type: [ComparedRunResponse] }) runs!: ComparedRunResponse[];
}

/** What a run says of a person beyond the place. */
export interface PlacementDetail {
  readonly fit: Fit | null;
  readonly movement: Movement;
  readonly pinned: boolean;
  readonly reason: string;
}

export class ComparedPlaceResponse {
  @ApiProperty() runId!: number;
  @ApiProperty({ enum: OUTCOMES }) outcome!: (typeof OUTCOMES)[number];
  @ApiProperty({ type: String, nullable: true }) communeName!: string | null;
  @ApiProperty({ type: String, nullable: true }) unitName!: string | null;
  @ApiProperty({ type: String, nullable: true }) positionName!: string | null;
  @ApiProperty({ enum: FITS, nullable: true }) fit!: Fit | null;
  @ApiProperty({ enum: MOVEMENTS }) movement!: Movement;
  @ApiProperty() pinned!: boolean;
  @ApiProperty({ type: Number, nullable: true, description: 'Straight line' })
  distanceKm!: number | null;
  @ApiProperty() far!: boolean;
  @ApiProperty({ description: 'By which rule, in words' }) reason!: string;
}

export class ComparedPersonResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() personKey!: string;
  @ApiProperty() fullName!: string;
  @ApiProperty() oldUnitName!: string;
  @ApiProperty({ type: String, nullable: true }) oldDistrictName!: string | null;
  @ApiProperty() oldPositionName!: string;
  @ApiProperty() differs!: boolean;
  @ApiProperty({ type: [ComparedPlaceResponse], description: 'Of the runs that place the person' })
  places!: ComparedPlaceResponse[];
}

export class ComparedPeopleResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ description: 'Further people whom a plan must not name to you' }) closed!: number;
  @ApiProperty({ type: [ComparedPersonResponse] }) items!: ComparedPersonResponse[];
}

export class CoupleWayResponse {
  @ApiProperty() runId!: number;
  @ApiProperty({ type: [String], description: 'Communes of the two; empty = leaves' })
  communes!: string[];
  @ApiProperty({ type: Number, nullable: true, description: 'null = one leaves, or no point' })
  km!: number | null;
  @ApiProperty() apart!: boolean;
}

export class CoupleResponse {
  @ApiProperty({ type: [String] }) names!: string[];
  @ApiProperty({ type: [Number] }) staffIds!: number[];
  @ApiProperty({ type: [CoupleWayResponse] }) ways!: CoupleWayResponse[];
}

export class HousingCountResponse {
  @ApiProperty() runId!: number;
  @ApiProperty() people!: number;
  @ApiProperty() households!: number;
}

export class HousingResponse {
  @ApiProperty() communeCode!: string;
  @ApiProperty() communeName!: string;
  @ApiProperty({ type: [HousingCountResponse] }) counts!: HousingCountResponse[];
}

export class NeedsResponse {
  @ApiProperty({ type: [CoupleResponse], description: 'Apart in at least one of the runs' })
  couples!: CoupleResponse[];
  @ApiProperty({ type: [HousingResponse] }) housing!: HousingResponse[];
}

export class ParetoRunResponse {
  @ApiProperty() runId!: number;
  @ApiProperty() kind!: string;
  @ApiProperty() scenarioId!: number;
  @ApiProperty() scenarioName!: string;
  @ApiProperty({ enum: SCENARIO_STATES }) state!: ScenarioState;
  @ApiProperty({ type: LevelsResponse }) levels!: LevelsResponse;
  @ApiProperty({ description: 'No rule is broken; others are no choice' }) lawful!: boolean;
  @ApiProperty({ description: 'Pins were changed since' }) pinsChanged!: boolean;
  @ApiProperty({ description: 'No other run is better in all: a real choice' }) stands!: boolean;
  @ApiProperty({ type: Number, nullable: true, description: 'A run that is nowhere worse' })
  beatenBy!: number | null;
}
