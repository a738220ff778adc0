import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { SCENARIO_STATES, type ScenarioState } from '../../scenario/scenario.js';
import { IsCalendarDay } from '../../shared/calendar-day.js';
import { IsNameSearch } from '../../shared/name-search.js';
import { pageQuery } from '../../shared/page.query.js';
import { IsSaid } from '../../shared/said.js';
import {
  ACT_KINDS,
  type ActKind,
  GRIEVANCES,
  REPLIES,
  STANCES,
  type Stance,
} from './person-act.js';
import { type Exit, EXITS, type Stage, STAGES } from './person-state.rules.js';
import { MayBeLeftOut } from '../../shared/left-out.js';
import { IsQueryFlag } from '../../shared/query-flag.js';

const CODES = [...STANCES, ...GRIEVANCES, ...REPLIES] as const;
const LONG = 2000;
const MOST_AT_ONCE = 2000;

export class PeopleOfPlanQuery extends pageQuery({ usual: 50, most: 500 }) {
  @ApiPropertyOptional({ enum: STAGES })
  @MayBeLeftOut()
  @IsIn(STAGES, { message: `stage: cần một trong ${STAGES.join(', ')}` })
  stage?: Stage;

  @ApiPropertyOptional({ enum: EXITS })
  @MayBeLeftOut()
  @IsIn(EXITS, { message: `exit: cần một trong ${EXITS.join(', ')}` })
  exit?: Exit;

  @IsQueryFlag('absent', 'Only those whose work is to be handed over')
  absent?: boolean;

  @IsQueryFlag('open', 'Only those with an unanswered objection or complaint')
  open?: boolean;

  @IsNameSearch()
  search?: string;
}

export class PersonActBody {
  @ApiProperty({ enum: ACT_KINDS })
  @IsIn(ACT_KINDS, { message: `kind: cần một trong ${ACT_KINDS.join(', ')}` })
  kind!: ActKind;

  @ApiProperty({ description: 'Day on which it happened or came in' })
  @IsCalendarDay()
  happenedOn!: string;

  @ApiPropertyOptional({ enum: CODES, description: 'Stance, reason or result, by the kind' })
  @MayBeLeftOut()
  @IsIn(CODES, { message: 'code: cần một mã trong danh mục' })
  code?: (typeof CODES)[number];

  @ApiProperty({ description: 'The opinion, the reason in words, or who takes the work over' })
  @IsString({ message: 'note: cần nội dung' })
  @IsSaid('note: cần nội dung')
  @MaxLength(LONG, { message: `note: tối đa ${LONG} ký tự` })
  note!: string;

  @ApiPropertyOptional({ description: 'Of an answer: the objection or complaint' })
  @MayBeLeftOut()
  @IsInt({ message: 'ofAct: cần số nguyên' })
  @Min(1, { message: 'ofAct: cần số nguyên dương' })
  @Max(Number.MAX_SAFE_INTEGER, { message: 'ofAct: số quá lớn' })
  ofAct?: number;
}

export class HandOverBody {
  @ApiProperty({ type: [Number], description: 'One or many, in the same words' })
  @IsArray({ message: 'staffIds: cần danh sách' })
  @ArrayMinSize(1, { message: 'staffIds: cần ít nhất một người' })
  @ArrayMaxSize(MOST_AT_ONCE, { message: `staffIds: tối đa ${MOST_AT_ONCE} người` })
  @IsInt({ each: true, message: 'staffIds: cần số nguyên' })
  @Min(1, { each: true, message: 'staffIds: cần số nguyên dương' })
  @Max(Number.MAX_SAFE_INTEGER, { each: true, message: 'staffIds: số quá lớn' })
  staffIds!: number[];

  @ApiProperty({ description: 'Day on which it was agreed' })
  @IsCalendarDay()
  agreedOn!: string;

  @ApiProperty({ description: 'Who takes the work over, and how' })
  @IsString({ message: 'note: cần nội dung' })
  @IsSaid('note: cần nội dung')
  @MaxLength(LONG, { message: `note: tối đa ${LONG} ký tự` })
  note!: string;
}

export class PersonStateResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty() oldUnitName!: string;
  @ApiProperty() oldPositionName!: string;
  @ApiProperty({ type: String, nullable: true }) unitName!: string | null;
  @ApiProperty({ type: String, nullable: true }) communeName!: string | null;
  @ApiProperty({ type: String, nullable: true }) positionName!: string | null;
  @ApiProperty({ enum: STAGES }) stage!: Stage;
  @ApiProperty({ enum: EXITS, nullable: true }) exit!: Exit | null;
  @ApiProperty({ enum: STANCES, nullable: true, description: 'Heard about exactly this place' })
  stance!: Stance | null;
  @ApiProperty({ type: String, nullable: true }) heardOn!: string | null;
  @ApiProperty({ type: String, nullable: true }) letterNumber!: string | null;
  @ApiProperty({ type: String, nullable: true }) decidedOn!: string | null;
  @ApiProperty({ description: 'Objections and complaints, answered or not' }) grievances!: number;
  @ApiProperty({ description: 'Of them unanswered' }) open!: number;
  @ApiProperty({ type: String, nullable: true, description: 'The next answer is due by' })
  answerUntil!: string | null;
  @ApiProperty({ description: 'In study, seconded or on maternity leave on the day' })
  absent!: boolean;
  @ApiProperty({ type: String, nullable: true }) handedOverOn!: string | null;
}

export class StageCountResponse {
  @ApiProperty({ enum: STAGES }) stage!: Stage;
  @ApiProperty() people!: number;
}

export class ExitCountResponse {
  @ApiProperty({ enum: EXITS }) exit!: Exit;
  @ApiProperty() people!: number;
}

export class PeopleOfPlanResponse {
  @ApiProperty() scenarioId!: number;
  @ApiProperty({ enum: SCENARIO_STATES }) state!: ScenarioState;
  @ApiProperty({ type: Number, nullable: true }) runId!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Last day over the norm, by law' })
  surplusUntil!: string | null;
  @ApiProperty({ type: [StageCountResponse], description: 'Of all that you see' })
  stages!: StageCountResponse[];
  @ApiProperty({ type: [ExitCountResponse] }) exits!: ExitCountResponse[];
  @ApiProperty({ description: 'Whose work is to be handed over' }) absent!: number;
  @ApiProperty({ description: 'Of them agreed' }) handedOver!: number;
  @ApiProperty({ description: 'With an unanswered objection or complaint' }) open!: number;
  @ApiProperty() total!: number;
  @ApiProperty({ type: [PersonStateResponse] }) items!: PersonStateResponse[];
}

export class PersonActResponse {
  @ApiProperty() id!: number;
  @ApiProperty({ enum: ACT_KINDS }) kind!: ActKind;
  @ApiProperty({ type: Number, nullable: true }) ofAct!: number | null;
  @ApiProperty() happenedOn!: string;
  @ApiProperty({ type: String, nullable: true }) code!: string | null;
  @ApiProperty() note!: string;
  @ApiProperty({ type: String, nullable: true }) answerUntil!: string | null;
  @ApiProperty() recordedName!: string;
  @ApiProperty() recordedAt!: string;
}

export class PersonActsResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty({ enum: STAGES }) stage!: Stage;
  @ApiProperty({ enum: EXITS, nullable: true }) exit!: Exit | null;
  @ApiProperty() absent!: boolean;
  @ApiProperty({ type: String, nullable: true }) letterNumber!: string | null;
  @ApiProperty({ type: [PersonActResponse], description: 'The oldest first' })
  acts!: PersonActResponse[];
}

export class HandedOverResponse {
  @ApiProperty() agreed!: number;
}
