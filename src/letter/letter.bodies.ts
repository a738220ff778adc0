import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCalendarDay } from '../shared/calendar-day.js';
import { IsNameSearch } from '../shared/name-search.js';
import { pageQuery } from '../shared/page.query.js';
import { IsPurpose } from '../shared/purpose.js';
import { MayBeLeftOut } from '../shared/left-out.js';
import { IsQueryFlag } from '../shared/query-flag.js';

const MOST_NUMBER = 999_999;
const LONG = 200;
const EARLIEST_YEAR = 2000;
const LATEST_YEAR = 2100;
const MOST_PEOPLE = 5_000;

/** An id in a body. */
function IsRowId(name: string): PropertyDecorator {
  return (target, key) => {
    IsInt({ message: `${name}: cần số nguyên` })(target, key);
    Min(1, { message: `${name}: cần số nguyên dương` })(target, key);
    Max(Number.MAX_SAFE_INTEGER, { message: `${name}: số quá lớn` })(target, key);
  };
}

/** One line that stands in a paper. */
function IsLine(name: string, isNeeded: boolean): PropertyDecorator {
  return (target, key) => {
    IsString({ message: `${name}: cần một dòng chữ` })(target, key);
    MaxLength(LONG, { message: `${name}: tối đa ${LONG} ký tự` })(target, key);
    const shape = isNeeded ? /^[^\p{Cc}{}]*[^\s\p{Cc}{}][^\p{Cc}{}]*$/u : /^[^\p{Cc}{}]*$/u;
    Matches(shape, { message: `${name}: cần một dòng, không có dấu ngoặc { }` })(target, key);
  };
}

export class IssuerBody {
  @ApiProperty({ description: 'The body above; may be empty' })
  @IsLine('issuer.superior', false)
  superior!: string;

  @ApiProperty({ example: 'SỞ NỘI VỤ' })
  @IsLine('issuer.body', true)
  body!: string;

  @ApiProperty({ example: 'Điện Biên' })
  @IsLine('issuer.place', true)
  place!: string;

  @ApiProperty({ example: 'GIÁM ĐỐC SỞ NỘI VỤ' })
  @IsLine('issuer.authority', true)
  authority!: string;

  @ApiProperty({ example: 'GIÁM ĐỐC' })
  @IsLine('issuer.signerTitle', true)
  signerTitle!: string;

  @ApiProperty({ description: 'May be empty: signed by hand' })
  @IsLine('issuer.signerName', false)
  signerName!: string;
}

export class NumberBlockBody {
  @ApiProperty()
  @IsInt({ message: 'year: cần một năm' })
  @Min(EARLIEST_YEAR, { message: `year: từ ${EARLIEST_YEAR}` })
  @Max(LATEST_YEAR, { message: `year: đến ${LATEST_YEAR}` })
  year!: number;

  @ApiProperty({ example: 'QĐ-UBND', description: 'What follows the slash' })
  @IsString({ message: 'symbol: cần ký hiệu' })
  @MaxLength(40, { message: 'symbol: tối đa 40 ký tự' })
  @Matches(/^[\p{L}\p{N}][\p{L}\p{N}.&/-]*$/u, {
    message: 'symbol: chỉ gồm chữ, số và dấu . & / -, ví dụ QĐ-UBND',
  })
  symbol!: string;

  @ApiProperty()
  @IsInt({ message: 'first: cần số nguyên' })
  @Min(1, { message: 'first: từ 1' })
  @Max(MOST_NUMBER, { message: `first: tối đa ${MOST_NUMBER}` })
  first!: number;

  @ApiProperty()
  @IsInt({ message: 'last: cần số nguyên' })
  @Min(1, { message: 'last: từ 1' })
  @Max(MOST_NUMBER, { message: `last: tối đa ${MOST_NUMBER}` })
  last!: number;

  @ApiProperty({ type: IssuerBody })
  @ValidateNested()
  @Type(() => IssuerBody)
  issuer!: IssuerBody;
}

export class LetterBody {
  @ApiProperty({ description: 'The block whose issuer, and whose numbers, they bear' })
  @IsRowId('blockId')
  blockId!: number;

  @ApiPropertyOptional({ description: 'An approved or applied plan; then `issuedOn` too' })
  @MayBeLeftOut()
  @IsRowId('scenarioId')
  scenarioId?: number;

  @ApiPropertyOptional({ description: 'A decided movement' })
  @MayBeLeftOut()
  @IsRowId('movementId')
  movementId?: number;

  @ApiPropertyOptional({ example: '2025-07-01' })
  @MayBeLeftOut()
  @IsCalendarDay()
  issuedOn?: string;

  @ApiPropertyOptional({ type: [Number], description: 'Only these people of the plan' })
  @MayBeLeftOut()
  @IsArray({ message: 'staffIds: cần một danh sách' })
  @ArrayMaxSize(MOST_PEOPLE, { message: `staffIds: tối đa ${MOST_PEOPLE}` })
  @IsInt({ each: true, message: 'staffIds: cần các số nguyên' })
  @Min(1, { each: true, message: 'staffIds: cần các số nguyên dương' })
  @Max(Number.MAX_SAFE_INTEGER, { each: true, message: 'staffIds: số quá lớn' })
  staffIds?: number[];

  @ApiPropertyOptional({ description: 'Only people who go to this unit, or to a division of it' })
  @MayBeLeftOut()
  @IsString({ message: 'unitCode: cần mã đơn vị' })
  @MaxLength(40, { message: 'unitCode: tối đa 40 ký tự' })
  unitCode?: string;
}

export class LetterScopeBody {
  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsRowId('scenarioId')
  scenarioId?: number;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsRowId('movementId')
  movementId?: number;
}

export class LetterExportBody extends LetterScopeBody {
  @IsPurpose() purpose!: string;
}

export class LetterFileBody {
  @IsPurpose() purpose!: string;
}

export class LettersQuery extends pageQuery({ usual: 50, most: 200 }) {
  @ApiPropertyOptional({ type: Number })
  @MayBeLeftOut()
  @Type(() => Number)
  @IsRowId('scenario')
  scenario?: number;

  @ApiPropertyOptional({ type: Number })
  @MayBeLeftOut()
  @Type(() => Number)
  @IsRowId('movement')
  movement?: number;

  @IsNameSearch() search?: string;

  @IsQueryFlag('all', 'Those that were replaced too')
  all?: boolean;
}
