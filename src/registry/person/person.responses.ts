import { ApiProperty } from '@nestjs/swagger';
import { FIELD_CLASS_KEYS } from '../../access/fields/field-classes.js';
import { CLOSED, type ValueClass } from './person-file.js';

const CLASSES = [...FIELD_CLASS_KEYS, CLOSED];
const STATES = ['shown', 'masked', 'hidden'] as const;

export class PersonValueResponse {
  @ApiProperty() key!: string;
  @ApiProperty() label!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'null where hidden: that says nothing of whether there is a value',
  })
  value!: string | null;
  @ApiProperty({ enum: STATES }) state!: (typeof STATES)[number];
  @ApiProperty({ enum: CLASSES, nullable: true, description: 'null = open' })
  class!: ValueClass | null;
  @ApiProperty({ description: 'You may open it with a purpose' }) revealable!: boolean;
}

export class PersonGroupResponse {
  @ApiProperty() key!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ type: [PersonValueResponse] }) items!: readonly PersonValueResponse[];
}

export class PersonPostingResponse {
  @ApiProperty() startsOn!: string;
  @ApiProperty({ type: String, nullable: true, description: 'First day no longer in force' })
  endsOn!: string | null;
  @ApiProperty({ enum: ['main', 'concurrent', 'seconded'] }) kind!: string;
  @ApiProperty() unitCode!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty() positionCode!: string;
  @ApiProperty() positionName!: string;
  @ApiProperty() seated!: boolean;
  @ApiProperty({ type: String, nullable: true }) fit!: string | null;
  @ApiProperty({ description: 'In force on the day' }) current!: boolean;
}

export class PersonFileResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty() on!: string;
  @ApiProperty({ type: [PersonGroupResponse] }) groups!: readonly PersonGroupResponse[];
  @ApiProperty({ type: [PersonPostingResponse], description: 'Newest first' })
  postings!: readonly PersonPostingResponse[];
}

export class RevealedValueResponse {
  @ApiProperty() key!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ type: String, nullable: true, description: 'null = there is none' })
  value!: string | null;
  @ApiProperty({ enum: FIELD_CLASS_KEYS }) class!: string;
}

export class RevealedResponse {
  @ApiProperty({ type: [RevealedValueResponse] }) values!: readonly RevealedValueResponse[];
}
