import { ApiProperty } from '@nestjs/swagger';

export class BreachResponse {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['error', 'warning', 'note'] }) severity!: 'error' | 'warning' | 'note';
  @ApiProperty() message!: string;
}

export class OldUnitResponse {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty() kind!: string;
  @ApiProperty({ type: String, nullable: true }) districtName!: string | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Part of the population, null = unknown',
  })
  share!: number | null;
  @ApiProperty({ enum: ['whole', 'part', 'remainder'] }) note!: 'whole' | 'part' | 'remainder';
}

export class MergedUnitResponse {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) zone!: string | null;
  @ApiProperty() border!: boolean;
  @ApiProperty({ description: 'People carried by their main successor' }) people!: number;
  @ApiProperty({ type: [OldUnitResponse] }) oldUnits!: OldUnitResponse[];
}

export class MergerResponse {
  @ApiProperty() createdUnits!: number;
  @ApiProperty() closedUnits!: number;
  @ApiProperty({ type: [MergedUnitResponse] }) communes!: MergedUnitResponse[];
  @ApiProperty({ description: 'People carried by their main successors' }) people!: number;
  @ApiProperty({ description: 'People of split units' }) peopleToDecide!: number;
  @ApiProperty({ type: [BreachResponse] }) breaches!: BreachResponse[];
}
