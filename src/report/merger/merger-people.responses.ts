import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import {
  MERGER_LISTS,
  MERGER_ORDERS,
  type MergedPerson,
  type MergerFilter,
  type MergerList,
  type MergerOrder,
} from '../../merger/merger-people.plan.js';
import { MayBeLeftOut } from '../../shared/left-out.js';
import { IsNameSearch } from '../../shared/name-search.js';
import { type Page, pageQuery } from '../../shared/page.query.js';
import type { MergerPeople } from './merger-people.service.js';

const CODE = 20;

/** What the list is narrowed by; a workbook has no pages. */
export class MergerPeopleQuery implements MergerFilter {
  @ApiPropertyOptional({ enum: MERGER_LISTS, default: 'carried' })
  @MayBeLeftOut()
  @IsIn(MERGER_LISTS, { message: `list: cần một trong ${MERGER_LISTS.join(', ')}` })
  list: MergerList = 'carried';

  @ApiPropertyOptional({ description: 'Code of the old unit whose successors they follow' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(CODE)
  from?: string;

  @ApiPropertyOptional({ description: 'Code of the new unit that they follow into' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(CODE)
  commune?: string;

  @IsNameSearch()
  search?: string;

  @ApiPropertyOptional({ enum: MERGER_ORDERS, default: 'unit' })
  @MayBeLeftOut()
  @IsIn(MERGER_ORDERS, { message: `order: cần một trong ${MERGER_ORDERS.join(', ')}` })
  order: MergerOrder = 'unit';
}

export class MergerPeoplePageQuery extends IntersectionType(
  MergerPeopleQuery,
  pageQuery({ usual: 100, most: 1000 }),
) {}

class SuccessorChoiceResponse {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Part of the population, null = unknown',
  })
  share!: number | null;
}

class MergedPersonResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty() oldUnitName!: string;
  @ApiProperty({ type: String, nullable: true }) oldDistrictName!: string | null;
  @ApiProperty() oldPositionName!: string;
  @ApiProperty({
    description: 'The unit whose successors they follow: the own one or one above it',
  })
  fromCode!: string;
  @ApiProperty() fromName!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The main successor' })
  communeCode!: string | null;
  @ApiProperty({ type: String, nullable: true }) communeName!: string | null;
  @ApiProperty({
    type: [SuccessorChoiceResponse],
    description: 'All successors that take a part; of more than one somebody must choose',
  })
  choices!: SuccessorChoiceResponse[];
  @ApiProperty({ description: 'A pin already gives a seat or accepts the leaving' })
  pinned!: boolean;
}

class SuccessionSourceResponse {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty() people!: number;
}

export class MergerPeopleResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ description: 'People whom the plan does not name to this account' })
  closed!: number;
  @ApiProperty({
    type: [SuccessionSourceResponse],
    description: 'Old units whose successors the whole list follows',
  })
  sources!: SuccessionSourceResponse[];
  @ApiProperty({ type: [MergedPersonResponse] }) items!: MergedPersonResponse[];
}

export function mergerPeopleResponse(
  listed: MergerPeople,
  { offset, limit }: Page,
): MergerPeopleResponse {
  const { people, closed, sources, names } = listed;
  return {
    ...{ total: people.length, closed },
    sources: sources.map((each) => ({ ...each, name: names.oldUnit(each.code) })),
    items: people.slice(offset, offset + limit).map((person) => personResponse(person, listed)),
  };
}

function personResponse(
  { staffId, fullName, fromCode, newCode, pinned, ...person }: MergedPerson,
  { names }: Pick<MergerPeople, 'names'>,
): MergedPersonResponse {
  return {
    ...{ staffId, fullName, ...names.oldPlace(person.unitCode, person.positionCode) },
    ...{ fromCode, fromName: names.oldUnit(fromCode) },
    ...{ communeCode: newCode, communeName: newCode === null ? null : names.newUnit(newCode) },
    choices: person.choices.map(({ code, share }) => ({ code, name: names.newUnit(code), share })),
    pinned,
  };
}
