import { ApiProperty } from '@nestjs/swagger';
import { WISH_KINDS, type WishKind } from '../../rules/vocabulary.js';

export class WishRecordResponse {
  @ApiProperty() id!: number;
  @ApiProperty() staffId!: number;
  @ApiProperty({ enum: WISH_KINDS }) kind!: WishKind;
  @ApiProperty({ type: [String] }) communes!: readonly string[];
  @ApiProperty() givenOn!: string;
  @ApiProperty({ enum: WISH_KINDS, nullable: true, description: 'The wish that counted before' })
  replaced!: WishKind | null;
  @ApiProperty({ type: [String], description: 'Names of family facts that it set, no values' })
  fields!: readonly string[];
  @ApiProperty({ description: 'It is the wish that counts now' }) counts!: boolean;
  @ApiProperty() recordedBy!: string;
  @ApiProperty() recordedAt!: string;
  @ApiProperty() takenBack!: boolean;
}

export class PersonWishesResponse {
  @ApiProperty({ type: [String], description: 'Names to choose from: each means one commune' })
  communes!: readonly string[];
  @ApiProperty({ type: [WishRecordResponse], description: 'Recorded on the page, newest first' })
  records!: readonly WishRecordResponse[];
}
