import { ApiProperty } from '@nestjs/swagger';
import { FITS, type Fit } from '../../rules/vocabulary.js';
import { LevelsResponse, RunBreachResponse } from '../placement.responses.js';
import { PRICE_BASES, type PriceBasis } from './price.messages.js';

const BASIS =
  '`at-least`: conditions of the run are not in the changes; `without-conditions`: of the best placement that no condition binds; `rule`: nothing is optimised, there are no prices';

export const PLACE_OUTCOMES = ['seated', 'surplus', 'leaving', 'away'] as const;

export class PlaceResponse {
  @ApiProperty({ enum: PLACE_OUTCOMES, description: '`away` = not in the plan' })
  outcome!: (typeof PLACE_OUTCOMES)[number];
  @ApiProperty({ type: String, nullable: true }) unitCode!: string | null;
  @ApiProperty({ type: String, nullable: true }) unitName!: string | null;
  @ApiProperty({ type: String, nullable: true }) positionCode!: string | null;
  @ApiProperty({ type: String, nullable: true }) positionName!: string | null;
}

export class MoveResponse {
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'null = nobody of the run, or not to be named',
  })
  staffId!: number | null;
  @ApiProperty() fullName!: string;
  @ApiProperty({ type: PlaceResponse, nullable: true }) from!: PlaceResponse | null;
  @ApiProperty({ type: PlaceResponse, nullable: true }) to!: PlaceResponse | null;
  @ApiProperty() sentence!: string;
}

export class ChangeResponse {
  @ApiProperty({ type: LevelsResponse, description: 'New minus old, exact; below 0 is better' })
  change!: LevelsResponse;
  @ApiProperty({ description: 'The change in words' }) summary!: string;
  @ApiProperty({ type: [MoveResponse], description: 'Who moves because of it, in order' })
  moves!: MoveResponse[];
}

export class WhatIfResponse extends ChangeResponse {
  @ApiProperty({ enum: PRICE_BASES, description: BASIS }) basis!: PriceBasis;
  @ApiProperty({ type: [RunBreachResponse], description: 'What would stand against the pin' })
  breaches!: RunBreachResponse[];
}

export class WithPinsResponse extends ChangeResponse {
  @ApiProperty({ type: LevelsResponse, description: 'Of the best plan under the pins of now' })
  levels!: LevelsResponse;
  @ApiProperty({ enum: PRICE_BASES, description: BASIS }) basis!: PriceBasis;
}

export class AlternativeResponse extends ChangeResponse {
  @ApiProperty({ type: PlaceResponse }) place!: PlaceResponse;
}

export class ClosedPlacesResponse {
  @ApiProperty({ description: 'The first rule that closes them' }) code!: string;
  @ApiProperty() reason!: string;
  @ApiProperty({ type: [PlaceResponse] }) places!: PlaceResponse[];
}

export class WhyPersonResponse {
  @ApiProperty({ enum: PRICE_BASES, description: BASIS }) basis!: PriceBasis;
  @ApiProperty({ type: PlaceResponse }) place!: PlaceResponse;
  @ApiProperty() pinned!: boolean;
  @ApiProperty() reason!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  terms!: Readonly<Record<string, number>>;
  @ApiProperty({ description: 'Places that no rule closes, beside the present one' })
  open!: number;
  @ApiProperty({ type: [AlternativeResponse], description: 'The next best first' })
  alternatives!: AlternativeResponse[];
  @ApiProperty({ type: [ClosedPlacesResponse] }) closed!: ClosedPlacesResponse[];
}

export class ObstacleResponse {
  @ApiProperty() code!: string;
  @ApiProperty() reason!: string;
}

export class NotThereResponse {
  @ApiProperty({ enum: PRICE_BASES, description: BASIS }) basis!: PriceBasis;
  @ApiProperty({ type: ObstacleResponse, nullable: true }) closed!: ObstacleResponse | null;
  @ApiProperty({ type: ChangeResponse, nullable: true, description: 'Where no rule closes it' })
  answer!: ChangeResponse | null;
}

export class FillerResponse extends ChangeResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty({ type: PlaceResponse }) from!: PlaceResponse;
  @ApiProperty({ enum: FITS }) fit!: Fit;
  @ApiProperty({ type: [String] }) failedTests!: readonly string[];
}

export class BarredPeopleResponse {
  @ApiProperty() code!: string;
  @ApiProperty() reason!: string;
  @ApiProperty() people!: number;
}

export class WhyCellResponse {
  @ApiProperty({ enum: PRICE_BASES, description: BASIS }) basis!: PriceBasis;
  @ApiProperty({ type: PlaceResponse }) place!: PlaceResponse;
  @ApiProperty() seats!: number;
  @ApiProperty() required!: number;
  @ApiProperty() seated!: number;
  @ApiProperty({ description: 'The answer in one sentence' }) verdict!: string;
  @ApiProperty({ description: 'Qualified people of the province who sit here' }) here!: number;
  @ApiProperty({ type: [FillerResponse], description: 'Qualified, the least change first' })
  qualified!: FillerResponse[];
  @ApiProperty() qualifiedCount!: number;
  @ApiProperty({ type: [FillerResponse] }) trainees!: FillerResponse[];
  @ApiProperty() traineeCount!: number;
  @ApiProperty({ type: [BarredPeopleResponse], description: 'Qualified, kept away by a rule' })
  barred!: BarredPeopleResponse[];
  @ApiProperty({ description: 'Listed people left out: managed by the Party committee' })
  closed!: number;
}
