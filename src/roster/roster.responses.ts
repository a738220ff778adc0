import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { BATCH_KINDS, type BatchKind } from './batch-kind.js';
import { ROW_STATES, type RowState } from './batch.js';

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

export class IssueCodeResponse {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['error', 'warning', 'note'] }) severity!: 'error' | 'warning' | 'note';
  @ApiProperty({ description: 'Issues of the batch, counted in the database' }) count!: number;
}

export class SeenCellResponse {
  @ApiProperty({ type: String, nullable: true }) value!: string | null;
  @ApiProperty({ enum: ['shown', 'masked', 'hidden'] }) state!: 'shown' | 'masked' | 'hidden';
}

export class RowIssueResponse {
  @ApiProperty({ description: 'Column letters; empty = the whole row' }) column!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['error', 'warning', 'note'] }) severity!: 'error' | 'warning' | 'note';
  @ApiProperty() message!: string;
}

export class ChoiceResponse {
  @ApiProperty() answer!: string;
  @ApiProperty() text!: string;
}

export class QuestionResponse {
  @ApiProperty() question!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'Column letters; empty = the whole row' }) column!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ type: [ChoiceResponse] }) choices!: readonly ChoiceResponse[];
  @ApiProperty({ description: 'Only the province answers' }) byProvince!: boolean;
  @ApiProperty({ type: String, nullable: true }) answer!: string | null;
}

@ApiExtraModels(SeenCellResponse)
export class RowResponse {
  @ApiProperty() file!: string;
  @ApiProperty() sheet!: string;
  @ApiProperty() row!: number;
  @ApiProperty({ enum: ROW_STATES }) state!: RowState;
  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(SeenCellResponse) },
    description: 'By column letters; empty cells are left out',
  })
  cells!: Readonly<Record<string, SeenCellResponse>>;
  @ApiProperty({ type: [String], description: 'Letters of cells typed anew' })
  corrected!: readonly string[];
  @ApiProperty({ type: [RowIssueResponse] }) issues!: readonly RowIssueResponse[];
  @ApiProperty({ type: [QuestionResponse] }) questions!: readonly QuestionResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'Why it was set aside' })
  reason!: string | null;
}

export class RowsPageResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [RowResponse] }) items!: readonly RowResponse[];
}

export class ColumnResponse {
  @ApiProperty() letters!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ type: String, nullable: true, description: 'null = kept as it is' })
  field!: string | null;
  @ApiProperty({ description: 'Somebody has said what it means' }) chosen!: boolean;
}

export class TableResponse {
  @ApiProperty() firstRow!: number;
  @ApiProperty() headerRow!: number;
  @ApiProperty() lastRow!: number;
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
  @ApiProperty({ type: [ColumnResponse] }) columns!: readonly ColumnResponse[];
}

export class SheetColumnsResponse {
  @ApiProperty() file!: string;
  @ApiProperty() sheet!: string;
  @ApiProperty({ enum: ['visible', 'hidden', 'very-hidden'] })
  state!: 'visible' | 'hidden' | 'very-hidden';
  @ApiProperty({ type: [TableResponse] }) tables!: readonly TableResponse[];
}

export class ColumnFieldResponse {
  @ApiProperty() field!: string;
  @ApiProperty() label!: string;
}

export class ColumnsResponse {
  @ApiProperty({ type: [SheetColumnsResponse] }) sheets!: readonly SheetColumnsResponse[];
  @ApiProperty({ type: [ColumnFieldResponse], description: 'What a column may mean' })
  fields!: readonly ColumnFieldResponse[];
}

export class FieldChangeResponse {
  @ApiProperty() field!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ type: SeenCellResponse }) before!: SeenCellResponse;
  @ApiProperty({ type: SeenCellResponse }) after!: SeenCellResponse;
}

export class RowChangeResponse {
  @ApiProperty() file!: string;
  @ApiProperty() sheet!: string;
  @ApiProperty() row!: number;
  @ApiProperty({ enum: ['added', 'changed', 'unchanged'] })
  state!: 'added' | 'changed' | 'unchanged';
  @ApiProperty({ description: 'Whom or what the row is about' }) subject!: string;
  @ApiProperty({ type: [FieldChangeResponse] }) changes!: readonly FieldChangeResponse[];
}

export class MissingResponse {
  @ApiProperty() subject!: string;
  @ApiProperty() where!: string;
}

export class KeptResponse {
  @ApiProperty() file!: string;
  @ApiProperty() sheet!: string;
  @ApiProperty() row!: number;
  @ApiProperty({ description: 'Which value of the registry stays, and who gave it when' })
  message!: string;
}

export class PreviewResponse {
  @ApiProperty({ description: 'To be sent with the promotion' }) hash!: string;
  @ApiProperty() added!: number;
  @ApiProperty() changed!: number;
  @ApiProperty() unchanged!: number;
  @ApiProperty({ description: 'Rows of the asked state' }) total!: number;
  @ApiProperty({ type: [RowChangeResponse] }) items!: readonly RowChangeResponse[];
  @ApiProperty({
    type: [MissingResponse],
    description: 'In the registry and not in the files: told, never removed',
  })
  missing!: readonly MissingResponse[];
  @ApiProperty({ type: [QuestionResponse], description: 'Has come up since the check' })
  questions!: readonly QuestionResponse[];
  @ApiProperty({
    type: [KeptResponse],
    description: 'Edits of the registry that the files do not know of: they stay',
  })
  kept!: readonly KeptResponse[];
}

export class UploadProgressResponse {
  @ApiProperty() files!: number;
  @ApiProperty() filesRead!: number;
  @ApiProperty() rowsRead!: number;
  @ApiProperty() done!: boolean;
}
