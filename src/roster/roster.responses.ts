import { ApiProperty } from '@nestjs/swagger';
import { BATCH_KINDS, type BatchKind } from './batch-kind.js';

export class BatchResponse {
  @ApiProperty() id!: number;
  @ApiProperty({ enum: BATCH_KINDS, description: 'What its sheets hold' }) kind!: BatchKind;
  @ApiProperty() sender!: string;
  @ApiProperty() asOf!: string;
  @ApiProperty({ enum: ['staged', 'promoted', 'undone'] }) state!: 'staged' | 'promoted' | 'undone';
  @ApiProperty({ description: 'Raised by whatever changes the batch' }) version!: number;
  @ApiProperty() createdAt!: string;
  @ApiProperty({ type: String, nullable: true }) promotedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) undoneAt!: string | null;
  @ApiProperty({ type: [String] }) files!: readonly string[];
  @ApiProperty({ description: 'Rows staged, counted in the database' }) rows!: number;
  @ApiProperty({ description: 'People written by the promotion' }) people!: number;
  @ApiProperty() added!: number;
  @ApiProperty() changed!: number;
  @ApiProperty() unchanged!: number;
  @ApiProperty({ description: 'Rows left out by hand' }) setAside!: number;
  @ApiProperty({ description: 'Rows that wait for the province' }) held!: number;
  @ApiProperty({ description: 'Cells typed anew' }) corrections!: number;
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
