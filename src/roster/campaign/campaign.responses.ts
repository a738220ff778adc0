import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, MaxLength } from 'class-validator';
import { IsCalendarDay } from '../../shared/calendar-day.js';
import { IsSaid } from '../../shared/said.js';
import type { PeopleFilter, UnitFilter } from './campaign-people.plan.js';
import {
  CAMPAIGN_STATES,
  type CampaignState,
  ROSTER_FAULTS,
  type RosterFault,
} from './campaign.rules.js';
import { MayBeLeftOut } from '../../shared/left-out.js';
import { IsNameSearch } from '../../shared/name-search.js';
import { pageQuery } from '../../shared/page.query.js';

const NAME = 200;
const CODE = 20;
const MOST_UNITS = 1000;

export class CampaignBody {
  @ApiProperty()
  @IsString({ message: 'name: cần tên đợt' })
  @IsSaid('name: cần tên đợt')
  @MaxLength(NAME, { message: `name: tối đa ${NAME} ký tự` })
  name!: string;

  @ApiProperty({ description: 'The day that rosters tell of' })
  @IsCalendarDay()
  asOf!: string;

  @ApiProperty({ description: 'The last day to send them' })
  @IsCalendarDay()
  dueOn!: string;

  @ApiPropertyOptional({ type: [String], description: 'Default: every unit in force on the day' })
  @MayBeLeftOut()
  @IsArray({ message: 'unitCodes: cần danh sách mã đơn vị' })
  @ArrayMinSize(1, { message: 'unitCodes: cần ít nhất một đơn vị' })
  @ArrayMaxSize(MOST_UNITS, { message: `unitCodes: tối đa ${MOST_UNITS} đơn vị` })
  @IsString({ each: true, message: 'unitCodes: cần mã đơn vị' })
  @MaxLength(CODE, { each: true, message: 'unitCodes: mã quá dài' })
  unitCodes?: string[];
}

export class SignatureBody {
  @ApiProperty()
  @IsString({ message: 'unitCode: cần mã đơn vị' })
  @MaxLength(CODE, { message: 'unitCode: mã quá dài' })
  unitCode!: string;
}

export class CampaignResponse {
  @ApiProperty() id!: number;
  @ApiProperty() name!: string;
  @ApiProperty() asOf!: string;
  @ApiProperty() dueOn!: string;
  @ApiProperty({ description: 'How many units are asked' }) units!: number;
  @ApiProperty() createdAt!: string;
}

export class RosterSignatureResponse {
  @ApiProperty() people!: number;
  @ApiProperty() score!: number;
  @ApiProperty({ description: 'SHA-256 of the people as they were signed' }) hash!: string;
  @ApiProperty({ description: 'By an officer for the unit' }) onBehalf!: boolean;
  @ApiProperty() signedName!: string;
  @ApiProperty() signedAt!: string;
}

export class CampaignUnitResponse {
  @ApiProperty() unitCode!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ enum: CAMPAIGN_STATES }) state!: CampaignState;
  @ApiProperty() people!: number;
  @ApiProperty() withoutField!: number;
  @ApiProperty() impossibleDates!: number;
  @ApiProperty() doubles!: number;
  @ApiProperty() withoutNumber!: number;
  @ApiProperty({ description: 'People without a fault, in hundredths' }) score!: number;
  @ApiProperty({ type: RosterSignatureResponse, nullable: true })
  signature!: RosterSignatureResponse | null;
  @ApiProperty({ description: 'Signed, and its people have changed since' })
  changedSince!: boolean;
}

export class CampaignDetailResponse extends CampaignResponse {
  @ApiProperty({ description: 'The last day is over' }) isOver!: boolean;
  @ApiProperty({ type: [CampaignUnitResponse], description: 'Units that you see' })
  items!: CampaignUnitResponse[];
}

const STATES = [...CAMPAIGN_STATES, 'remind'] as const;
const FAULTS = [...ROSTER_FAULTS, 'any'] as const;

/** What the list of units is narrowed by. */
export class CampaignUnitsQuery implements UnitFilter {
  @ApiPropertyOptional({ enum: STATES, description: '`remind`: all that are not signed' })
  @MayBeLeftOut()
  @IsIn(STATES, { message: `state: cần một trong ${STATES.join(', ')}` })
  state?: (typeof STATES)[number];
}

/** What the list of people is narrowed by; a workbook has no pages. */
export class CampaignPeopleQuery extends CampaignUnitsQuery implements PeopleFilter {
  @ApiPropertyOptional({ description: 'Code of a unit of the campaign' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(CODE)
  unit?: string;

  @ApiPropertyOptional({ enum: FAULTS, description: '`any`: whoever has a fault' })
  @MayBeLeftOut()
  @IsIn(FAULTS, { message: `fault: cần một trong ${FAULTS.join(', ')}` })
  fault?: (typeof FAULTS)[number];

  @IsNameSearch()
  search?: string;
}

export class CampaignPeoplePageQuery extends IntersectionType(
  CampaignPeopleQuery,
  pageQuery({ usual: 100, most: 1000 }),
) {}

export class CampaignPersonResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty() unitCode!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ type: String, nullable: true }) divisionName!: string | null;
  @ApiProperty() positionName!: string;
  @ApiProperty({ enum: ROSTER_FAULTS, isArray: true }) faults!: RosterFault[];
}

export class CampaignPeopleResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [CampaignPersonResponse] }) items!: CampaignPersonResponse[];
}
