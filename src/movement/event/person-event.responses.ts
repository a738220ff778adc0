import { ApiProperty } from '@nestjs/swagger';

const SEEN = ['newcomer', 'correction', 'degree', 'marriage', 'case'] as const;

export class PersonEventResponse {
  @ApiProperty() id!: number;
  @ApiProperty() staffId!: number;
  @ApiProperty({ enum: SEEN, description: '`case` tells neither family nor discipline' })
  kind!: (typeof SEEN)[number];
  @ApiProperty() effectiveOn!: string;
  @ApiProperty({ type: [String], description: 'Names of what changed, never the values' })
  fields!: string[];
  @ApiProperty({ description: 'Posts whose fit changed' }) refitted!: number;
  @ApiProperty() recordedBy!: string;
  @ApiProperty() recordedAt!: string;
  @ApiProperty() takenBack!: boolean;
}
