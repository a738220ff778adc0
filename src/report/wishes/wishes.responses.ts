import { ApiProperty, ApiPropertyOptional, IntersectionType, OmitType } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { UsedParameterResponse } from '../../law/law.responses.js';
import type { RunNames } from '../../placement/run-names.js';
import { WISH_KINDS, type WishKind } from '../../rules/vocabulary.js';
import { IsNameSearch } from '../../shared/name-search.js';
import { type Page, pageQuery } from '../../shared/page.query.js';
import { ReportQuery } from '../report.queries.js';
import {
  type ListedPerson,
  WISH_LISTS,
  WISH_ORDERS,
  type WishFilter,
  type WishList,
  type WishOrder,
} from './wish-people.plan.js';
import type { ServedPerson } from './wishes.plan.js';
import type { WishedPeople, Wishes } from './wishes.service.js';
import { MayBeLeftOut } from '../../shared/left-out.js';

const ALL_KINDS = ['all', ...WISH_KINDS] as const;
const OUTCOMES = ['seated', 'surplus', 'leaving'] as const;

export class WishFiguresResponse {
  @ApiProperty({ enum: ALL_KINDS }) kind!: WishKind | 'all';
  @ApiProperty() people!: number;
  @ApiProperty({ description: 'The first wish is met' }) first!: number;
  @ApiProperty({ description: 'The first, second or third is met' }) topThree!: number;
  @ApiProperty() unmet!: number;
  @ApiProperty({ type: Number, nullable: true }) meanKm!: number | null;
}

export class WorstTenthResponse extends WishFiguresResponse {
  @ApiProperty({ type: Number, nullable: true }) farthestKm!: number | null;
}

export class ServedPersonResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty({ enum: WISH_KINDS }) kind!: WishKind;
  @ApiProperty({ type: [String], description: 'Names of the communes wished for, in order' })
  communes!: string[];
  @ApiProperty({ enum: OUTCOMES }) outcome!: (typeof OUTCOMES)[number];
  @ApiProperty({ type: Number, nullable: true, description: '1 to 3; null = unmet' })
  served!: number | null;
  @ApiProperty({ type: String, nullable: true }) communeName!: string | null;
  @ApiProperty({ type: Number, nullable: true }) distanceKm!: number | null;
}

export class WishesResponse {
  @ApiProperty({ description: 'People who wished for nothing' }) silent!: number;
  @ApiProperty({ type: [WishFiguresResponse] }) figures!: WishFiguresResponse[];
  @ApiProperty({ type: WorstTenthResponse, description: 'The tenth that is served worst' })
  worst!: WorstTenthResponse;
  @ApiProperty({ type: [ServedPersonResponse] }) worstPeople!: ServedPersonResponse[];
  @ApiProperty({ type: [UsedParameterResponse] }) parameters!: UsedParameterResponse[];
}

class WishFilterQuery implements WishFilter {
  @ApiPropertyOptional({ enum: WISH_LISTS, default: 'all' })
  @MayBeLeftOut()
  @IsIn(WISH_LISTS, { message: `list: cần một trong ${WISH_LISTS.join(', ')}` })
  list: WishList = 'all';

  @ApiPropertyOptional({ enum: WISH_KINDS })
  @MayBeLeftOut()
  @IsIn(WISH_KINDS, { message: `kind: cần một trong ${WISH_KINDS.join(', ')}` })
  kind?: WishKind;

  @ApiPropertyOptional({ description: 'Code of the commune or department that they go to' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(20)
  commune?: string;

  @IsNameSearch()
  search?: string;

  @ApiPropertyOptional({ enum: WISH_ORDERS, default: 'worst' })
  @MayBeLeftOut()
  @IsIn(WISH_ORDERS, { message: `order: cần một trong ${WISH_ORDERS.join(', ')}` })
  order: WishOrder = 'worst';
}

/** A run and what its list of wishes is narrowed by; a workbook has no pages. */
export class WishListQuery extends IntersectionType(ReportQuery, WishFilterQuery) {}

export class WishPeopleQuery extends IntersectionType(
  WishListQuery,
  pageQuery({ usual: 100, most: 1000 }),
) {}

class WishedPersonResponse extends OmitType(ServedPersonResponse, ['kind'] as const) {
  @ApiProperty({ enum: WISH_KINDS, nullable: true, description: 'null = wished for nothing' })
  kind!: WishKind | null;
  @ApiProperty() oldUnitName!: string;
  @ApiProperty({ type: String, nullable: true }) oldDistrictName!: string | null;
  @ApiProperty() oldPositionName!: string;
  @ApiProperty({ type: String, nullable: true }) communeCode!: string | null;
  @ApiProperty({ type: String, nullable: true }) unitName!: string | null;
  @ApiProperty({ type: String, nullable: true }) positionName!: string | null;
}

export class WishPeopleResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [WishedPersonResponse] }) items!: WishedPersonResponse[];
}

export function wishesResponse({ names, ...wishes }: Wishes): WishesResponse {
  const { silent, worst } = wishes;
  return {
    ...{ silent, worst, parameters: [...wishes.parameters] },
    figures: [...wishes.figures],
    worstPeople: wishes.worstPeople.map((person) => ({
      ...placedOf(person, names),
      kind: person.wish.kind,
    })),
  };
}

export function wishPeopleResponse(
  { people, names }: WishedPeople,
  { offset, limit }: Page,
): WishPeopleResponse {
  return {
    total: people.length,
    items: people.slice(offset, offset + limit).map((person) => ({
      ...placedOf(person, names),
      kind: person.wish?.kind ?? null,
      ...names.oldPlace(person.oldUnitCode, person.oldPositionCode),
      ...names.newPlace(person.unitCode, person.positionCode),
    })),
  };
}

function placedOf(
  person: ServedPerson | ListedPerson,
  names: RunNames,
): Omit<ServedPersonResponse, 'kind'> {
  const nameOf = (code: string): string => names.communeOf(code)?.name ?? code;
  return {
    ...{ staffId: person.staffId, fullName: person.fullName },
    communes: (person.wish?.communeCodes ?? []).map(nameOf),
    ...{ outcome: person.outcome, served: person.served, distanceKm: person.distanceKm },
    communeName: person.rootCode === null ? null : nameOf(person.rootCode),
  };
}
