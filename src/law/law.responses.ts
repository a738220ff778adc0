import { ApiProperty } from '@nestjs/swagger';
import { EVIDENCE, type Evidence } from '../rules/vocabulary.js';
import { DRAFT_STATES, type DraftState } from './law-draft.entity.js';
import { KEY_KINDS, type KeyKind } from './law-version.js';

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
  @ApiProperty({ type: String, nullable: true, description: 'Code of the unit of its scope' })
  unit!: string | null;
  @ApiProperty({ description: 'Neither found nor confirmed: what it decides is an assumption' })
  assumed!: boolean;
}

export class ParameterInForceResponse extends ParameterResponse {
  @ApiProperty({ description: 'False where a narrower scope has another value for the province' })
  applies!: boolean;
}

export class ParameterKeyResponse {
  @ApiProperty() key!: string;
  @ApiProperty({ description: 'The group that it is shown in' }) pack!: string;
  @ApiProperty({ enum: KEY_KINDS }) kind!: KeyKind;
  @ApiProperty({ description: 'A unit may have a value of its own' }) byUnit!: boolean;
  @ApiProperty() nameVi!: string;
  @ApiProperty() nameEn!: string;
}

export class DraftResponse {
  @ApiProperty() id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: DRAFT_STATES }) state!: DraftState;
  @ApiProperty({ type: [ParameterResponse] }) rows!: ParameterResponse[];
  @ApiProperty() version!: number;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: Date;
  @ApiProperty() createdBy!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) settledAt!: Date | null;
  @ApiProperty({ type: String, nullable: true }) settledBy!: string | null;
}

export class ParameterVersionResponse extends ParameterResponse {
  @ApiProperty({ type: String, format: 'date-time' }) recordedAt!: Date;
  @ApiProperty({ type: String, nullable: true, description: 'Account; null = shipped' })
  recordedBy!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'A newer version stands in its place since then',
  })
  supersededAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) confirmedAt!: Date | null;
  @ApiProperty({ type: String, nullable: true }) confirmedBy!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Where the official text was read' })
  confirmedNote!: string | null;
}

/** The version of a parameter that decided a figure. */
export class UsedParameterResponse {
  @ApiProperty() key!: string;
  @ApiProperty({ description: 'Number, text, truth value or list', type: Object }) value!: unknown;
  @ApiProperty() scope!: string;
  @ApiProperty() startsOn!: string;
  @ApiProperty({ enum: EVIDENCE }) evidence!: Evidence;
  @ApiProperty() sourceDocument!: string;
  @ApiProperty() sourceArticle!: string;
  @ApiProperty() note!: string;
  @ApiProperty({ description: 'Neither found nor confirmed' }) assumed!: boolean;
}

export class FieldResponse {
  @ApiProperty() code!: string;
  @ApiProperty() nameVi!: string;
  @ApiProperty() nameEn!: string;
}
