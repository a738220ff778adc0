import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LETTER_FIELDS, BASES } from './letter-fields.js';
import { LETTER_FAULTS, type LetterFaultCode } from './letter-check.service.js';
import { LETTER_KINDS, type LetterKind } from './letter.js';

export class IssuerResponse {
  @ApiProperty() superior!: string;
  @ApiProperty() body!: string;
  @ApiProperty() place!: string;
  @ApiProperty() authority!: string;
  @ApiProperty() signerTitle!: string;
  @ApiProperty() signerName!: string;
}

export class NumberBlockResponse {
  @ApiProperty() id!: number;
  @ApiProperty() year!: number;
  @ApiProperty() symbol!: string;
  @ApiProperty() first!: number;
  @ApiProperty() last!: number;
  @ApiProperty({ description: 'Given next; last + 1 = used up' }) next!: number;
  @ApiProperty({ type: IssuerResponse }) issuer!: IssuerResponse;
}

export class LetterResponse {
  @ApiProperty() id!: number;
  @ApiProperty({ enum: LETTER_KINDS }) kind!: LetterKind;
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty({ type: Number, nullable: true }) scenarioId!: number | null;
  @ApiProperty({ type: Number, nullable: true }) movementId!: number | null;
  @ApiProperty() numberText!: string;
  @ApiProperty() issuedOn!: string;
  @ApiProperty() toUnit!: string;
  @ApiProperty() toPosition!: string;
  @ApiProperty({ description: '0 = the template that ships with the program' })
  templateVersion!: number;
  @ApiProperty({ description: 'SHA-256 of the file' }) letterHash!: string;
  @ApiProperty({ description: 'false = a later one took its place' }) isCurrent!: boolean;
}

export class LetterPageResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [LetterResponse] }) items!: LetterResponse[];
}

export class IssuedResponse {
  @ApiProperty({ description: 'Written now' }) issued!: number;
  @ApiProperty({ description: 'Same facts: left as they are' }) unchanged!: number;
  @ApiProperty({ description: 'Still to be written: ask again' }) left!: number;
}

export class LetterFaultResponse {
  @ApiProperty() letterId!: number;
  @ApiProperty() numberText!: string;
  @ApiProperty({ enum: LETTER_FAULTS }) code!: LetterFaultCode;
  @ApiProperty({ type: [String], description: 'Fields or paragraphs, never what stands in them' })
  where!: string[];
}

export class CheckedResponse {
  @ApiProperty() letters!: number;
  @ApiProperty({ type: [LetterFaultResponse] }) faults!: LetterFaultResponse[];
}

export class LetterTemplateResponse {
  @ApiProperty({ enum: LETTER_KINDS }) kind!: LetterKind;
  @ApiProperty({ description: '0 = ships with the program' }) version!: number;
  @ApiPropertyOptional() name?: string;
  @ApiPropertyOptional() uploadedBy?: string;
  @ApiPropertyOptional() uploadedAt?: string;
}

export class MergeFieldResponse {
  @ApiProperty({ description: 'As it is typed between braces' }) name!: string;
  @ApiProperty() vi!: string;
  @ApiProperty() en!: string;
  @ApiProperty({ description: 'A section: {#name}Căn cứ {.};{/name}' }) isList!: boolean;
}

export class LetterTemplatesResponse {
  @ApiProperty({ type: [LetterTemplateResponse] }) templates!: LetterTemplateResponse[];
  @ApiProperty({ type: [MergeFieldResponse] }) fields!: MergeFieldResponse[];
}

/** Every field that a template may name, the list of bases last. */
export const MERGE_FIELDS: readonly MergeFieldResponse[] = [
  ...Object.entries(LETTER_FIELDS).map(([name, { vi, en }]) => ({ name, vi, en, isList: false })),
  {
    name: BASES,
    vi: 'Danh sách căn cứ pháp lý, mỗi căn cứ một đoạn',
    en: 'The legal bases, a paragraph each',
    isList: true,
  },
];
