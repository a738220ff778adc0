import { ApiProperty } from '@nestjs/swagger';

export class UnitResponse {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() level!: string;
  @ApiProperty({ type: String, nullable: true }) parentCode!: string | null;
  @ApiProperty({ type: String, nullable: true }) zone!: string | null;
  @ApiProperty({ description: 'Touches the national border' }) border!: boolean;
  @ApiProperty({ type: Number, nullable: true }) areaKm2!: number | null;
  @ApiProperty({ type: Number, nullable: true }) population!: number | null;
  @ApiProperty({ type: Number, nullable: true }) latitude!: number | null;
  @ApiProperty({ type: Number, nullable: true }) longitude!: number | null;
  @ApiProperty() startsOn!: string;
  @ApiProperty({ type: String, nullable: true, description: 'First day no longer in force' })
  endsOn!: string | null;
}

export class PositionResponse {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) nameEn!: string | null;
  @ApiProperty() block!: string;
  @ApiProperty({ type: String, nullable: true }) divisionKind!: string | null;
  @ApiProperty() group!: string;
  @ApiProperty({ type: String, nullable: true }) fieldCode!: string | null;
  @ApiProperty() given!: boolean;
  @ApiProperty({ description: 'A title managed by the Party committee; assumed' })
  partyManaged!: boolean;
  @ApiProperty({ type: String, nullable: true }) minDegree!: string | null;
  @ApiProperty({ type: [String] }) majorGroups!: readonly string[];
  @ApiProperty({ type: [String] }) ranks!: readonly string[];
  @ApiProperty() evidence!: string;
  @ApiProperty() source!: string;
}

export class PositionNameResponse {
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) nameEn!: string | null;
}

export class SeatsResponse {
  @ApiProperty({ description: 'Code of the lowest unit' }) unitCode!: string;
  @ApiProperty() positionCode!: string;
  @ApiProperty() seats!: number;
  @ApiProperty({ description: 'Of the seats, those filled first' }) required!: number;
}

export class NormResponse {
  @ApiProperty() unitCode!: string;
  @ApiProperty() block!: string;
  @ApiProperty() headcount!: number;
}

export class PersonResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty({ type: String, nullable: true, description: 'yyyy, yyyy-mm or yyyy-mm-dd' })
  bornOn!: string | null;
  @ApiProperty() unitCode!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() positionCode!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty({ type: String, nullable: true }) degree!: string | null;
  @ApiProperty({ type: String, nullable: true }) major!: string | null;
  @ApiProperty({ type: String, nullable: true }) rank!: string | null;
}

export class PeoplePageResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [PersonResponse] }) items!: PersonResponse[];
}
