import { ApiProperty } from '@nestjs/swagger';

export class BatchResponse {
  @ApiProperty() id!: number;
  @ApiProperty() sender!: string;
  @ApiProperty() asOf!: string;
  @ApiProperty({ enum: ['staged', 'promoted', 'undone'] }) state!: 'staged' | 'promoted' | 'undone';
  @ApiProperty() createdAt!: string;
  @ApiProperty({ type: String, nullable: true }) promotedAt!: string | null;
  @ApiProperty({ type: [String] }) files!: readonly string[];
  @ApiProperty({ description: 'Rows staged, counted in the database' }) rows!: number;
  @ApiProperty({ description: 'People written by the promotion' }) people!: number;
  @ApiProperty() added!: number;
  @ApiProperty() changed!: number;
  @ApiProperty() unchanged!: number;
  @ApiProperty() setAside!: number;
  @ApiProperty() errors!: number;
  @ApiProperty() warnings!: number;
  @ApiProperty() notes!: number;
}

export class IssueResponse {
  @ApiProperty() file!: string;
  @ApiProperty() sheet!: string;
  @ApiProperty({ description: 'As Excel shows it; 0 = the sheet as a whole' }) row!: number;
  @ApiProperty({ description: 'Column letters; empty = the whole row' }) column!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['error', 'warning', 'note'] }) severity!: 'error' | 'warning' | 'note';
  @ApiProperty() message!: string;
}

export class IssuesPageResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [IssueResponse] }) items!: readonly IssueResponse[];
}
