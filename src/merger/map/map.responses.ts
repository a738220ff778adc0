import { ApiProperty } from '@nestjs/swagger';
import { SCENARIO_STATES, type ScenarioState } from '../../scenario/scenario.js';
import { BreachResponse } from '../merger.responses.js';
import { ROW_KINDS } from './map.bodies.js';

const VERDICTS = ['met', 'not-met', 'unknown', 'not-examined'] as const;
const REASONS = ['unmerged', 'many-parts', 'island', 'land-unknown'] as const;

export class MapRowResponse {
  @ApiProperty() oldCode!: string;
  @ApiProperty() newCode!: string;
  @ApiProperty({ enum: ROW_KINDS }) kind!: (typeof ROW_KINDS)[number];
  @ApiProperty({ type: Number, nullable: true, description: '0 to 1, null = unknown' })
  share!: number | null;
  @ApiProperty() main!: boolean;
}

export class MapPlaceResponse {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: Number, nullable: true }) latitude!: number | null;
  @ApiProperty({ type: Number, nullable: true }) longitude!: number | null;
}

export class MapOldUnitResponse extends MapPlaceResponse {
  @ApiProperty({ type: String, nullable: true }) districtName!: string | null;
  @ApiProperty({ type: Number, nullable: true }) areaKm2!: number | null;
  @ApiProperty({ type: Number, nullable: true }) population!: number | null;
  @ApiProperty({ description: 'People with a main posting in it on the eve' }) people!: number;
}

export class MapNewUnitResponse extends MapPlaceResponse {
  @ApiProperty({ type: String, nullable: true }) zone!: string | null;
  @ApiProperty() border!: boolean;
}

export class AssessedUnitResponse {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'Old communes in it, wholly or in part' }) parts!: number;
  @ApiProperty({ description: 'People who follow their old unit into it' }) people!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'null = unknown under this map' })
  areaKm2!: number | null;
  @ApiProperty({ type: Number, nullable: true }) population!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'What the law asks' })
  needsAreaKm2!: number | null;
  @ApiProperty({ type: Number, nullable: true }) needsPopulation!: number | null;
  @ApiProperty({ enum: VERDICTS }) verdict!: (typeof VERDICTS)[number];
  @ApiProperty({ type: String, enum: REASONS, nullable: true, description: 'Why not examined' })
  reason!: (typeof REASONS)[number] | null;
}

export class AssessedMapResponse {
  @ApiProperty({ type: [MapRowResponse] }) rows!: MapRowResponse[];
  @ApiProperty({ type: [AssessedUnitResponse] }) units!: AssessedUnitResponse[];
  @ApiProperty({ description: 'People of split units' }) peopleToDecide!: number;
  @ApiProperty({ type: [BreachResponse] }) breaches!: BreachResponse[];
}

export class MapResponse extends AssessedMapResponse {
  @ApiProperty() version!: number;
  @ApiProperty({ enum: SCENARIO_STATES }) state!: ScenarioState;
  @ApiProperty({ description: 'The day whose law is applied' }) rulesOn!: string;
  @ApiProperty({ type: [MapOldUnitResponse] }) oldUnits!: MapOldUnitResponse[];
  @ApiProperty({ type: [MapNewUnitResponse] }) newUnits!: MapNewUnitResponse[];
}

export class PastedLineResponse {
  @ApiProperty({ description: 'As counted in what was pasted, from 1' }) line!: number;
  @ApiProperty() oldText!: string;
  @ApiProperty() newText!: string;
  @ApiProperty() shareText!: string;
  @ApiProperty({ type: String, nullable: true }) oldCode!: string | null;
  @ApiProperty({ type: String, nullable: true }) newCode!: string | null;
  @ApiProperty({ type: Number, nullable: true }) share!: number | null;
  @ApiProperty({ type: [String] }) faults!: readonly string[];
}

export class PastedMapResponse {
  @ApiProperty({ type: [PastedLineResponse] }) lines!: PastedLineResponse[];
  @ApiProperty({ type: [MapRowResponse], description: 'Of old units without a faulty line' })
  rows!: MapRowResponse[];
  @ApiProperty({ description: 'Old units that no line names; they stay as they are' })
  unnamed!: number;
}
