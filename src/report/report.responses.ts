import { ApiProperty } from '@nestjs/swagger';
import { FIELD_CLASS_KEYS, type FieldClass } from '../access/fields/field-classes.js';
import { WORKBOOK_KINDS, type WorkbookKind } from './report-columns.js';

export class ReportColumnResponse {
  @ApiProperty() key!: string;
  @ApiProperty() label!: string;
  @ApiProperty({
    enum: FIELD_CLASS_KEYS,
    isArray: true,
    description: 'Protected classes: choosing it opens them and is told to the trail',
  })
  classes!: readonly FieldClass[];
  @ApiProperty({ description: 'There where nothing is chosen' }) default!: boolean;
  @ApiProperty({ description: 'You may choose it' }) allowed!: boolean;
}

export class ReportKindResponse {
  @ApiProperty({ enum: WORKBOOK_KINDS }) report!: WorkbookKind;
  @ApiProperty({ type: [ReportColumnResponse] }) columns!: readonly ReportColumnResponse[];
}
