import { ApiProperty } from '@nestjs/swagger';
import { FIELD_CLASS_KEYS, type FieldClass } from '../access/fields/field-classes.js';
import { REPORT_KINDS, type ReportKind } from './write-reports.js';

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
  @ApiProperty({ enum: REPORT_KINDS }) report!: ReportKind;
  @ApiProperty({ type: [ReportColumnResponse] }) columns!: readonly ReportColumnResponse[];
}
