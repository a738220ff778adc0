import { ApiProperty } from '@nestjs/swagger';

/** Sums over units and positions; surplus - vacant = people - seats in each of them. */
export class FiguresResponse {
  @ApiProperty() seats!: number;
  @ApiProperty({ description: 'Of the seats, those to be filled first' }) required!: number;
  @ApiProperty() people!: number;
  @ApiProperty() seated!: number;
  @ApiProperty({ description: 'People without a seat' }) surplus!: number;
  @ApiProperty({ description: 'Seats without a person' }) vacant!: number;
  @ApiProperty({ description: 'Seated and not qualified, or absent' }) misfit!: number;
  @ApiProperty({ description: 'Of the misfit: seated and absent' }) absent!: number;
  @ApiProperty({ description: 'Qualified people seconded in, or holding it concurrently' })
  cover!: number;
  @ApiProperty({ description: 'max(0, vacant + misfit - cover), cell by cell' }) shortage!: number;
}

export class GapCellResponse extends FiguresResponse {
  @ApiProperty() communeCode!: string;
  @ApiProperty() positionCode!: string;
  @ApiProperty({ type: String, nullable: true }) block!: string | null;
  @ApiProperty({ type: String, nullable: true }) fieldCode!: string | null;
}

export class NormedFiguresResponse extends FiguresResponse {
  @ApiProperty({ description: 'All people, in communes without seats given too' })
  headcount!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'null = no norm was given' })
  norm!: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'headcount - norm where a norm was given, signed',
  })
  overNorm!: number | null;
}

export class BlockFiguresResponse extends NormedFiguresResponse {
  @ApiProperty() block!: string;
}

export class CommuneFiguresResponse extends NormedFiguresResponse {
  @ApiProperty() communeCode!: string;
}

export class FieldFiguresResponse extends FiguresResponse {
  @ApiProperty({ type: String, nullable: true }) fieldCode!: string | null;
  @ApiProperty({ type: String, nullable: true }) block!: string | null;
}

export class ZoneFiguresResponse extends FiguresResponse {
  @ApiProperty({ type: String, nullable: true }) zone!: string | null;
}

export class GapSummaryResponse {
  @ApiProperty({ type: FiguresResponse }) total!: FiguresResponse;
  @ApiProperty({ type: [BlockFiguresResponse] }) blocks!: BlockFiguresResponse[];
  @ApiProperty({ type: [FieldFiguresResponse] }) fields!: FieldFiguresResponse[];
  @ApiProperty({ type: [ZoneFiguresResponse] }) zones!: ZoneFiguresResponse[];
  @ApiProperty({ type: [CommuneFiguresResponse] }) communes!: CommuneFiguresResponse[];
}

export class GapPersonResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty({ enum: ['main', 'concurrent', 'seconded'] }) kind!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty({ type: String, nullable: true }) oldUnitName!: string | null;
  @ApiProperty({ type: String, nullable: true }) oldPositionName!: string | null;
  @ApiProperty() seated!: boolean;
  @ApiProperty({ type: String, nullable: true }) fit!: string | null;
  @ApiProperty({ type: [String] }) failedTests!: string[];
  @ApiProperty() absent!: boolean;
  @ApiProperty({ description: 'Counts as cover' }) covers!: boolean;
  @ApiProperty({ type: String, nullable: true }) movement!: string | null;
  @ApiProperty() pinned!: boolean;
  @ApiProperty({ type: Number, nullable: true, description: 'Straight line' })
  distanceKm!: number | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
}

export class GapPeopleResponse {
  @ApiProperty({ type: [GapPersonResponse] }) items!: GapPersonResponse[];
  @ApiProperty({
    description: 'Further people whom the account may not see: managed by the Party committee',
  })
  closed!: number;
}
