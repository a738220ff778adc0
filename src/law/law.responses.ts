import { ApiProperty } from '@nestjs/swagger';
import { EVIDENCE, type Evidence } from '../rules/vocabulary.js';

export class ParameterResponse {
  @ApiProperty() key!: string;
  @ApiProperty({ description: 'Number, text, truth value or list', type: Object }) value!: unknown;
  @ApiProperty({ example: 'province:11' }) scope!: string;
  @ApiProperty() startsOn!: string;
  @ApiProperty({ type: String, nullable: true }) endsOn!: string | null;
  @ApiProperty() sourceDocument!: string;
  @ApiProperty() sourceArticle!: string;
  @ApiProperty() sourceOn!: string;
  @ApiProperty({ enum: EVIDENCE }) evidence!: Evidence;
  @ApiProperty() note!: string;
}

export class FieldResponse {
  @ApiProperty() code!: string;
  @ApiProperty() nameVi!: string;
  @ApiProperty() nameEn!: string;
}
