import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ROLES, type Role } from '../../shared/actor.js';
import { IsCalendarDay } from '../../shared/calendar-day.js';
import { ScopeResponse } from '../session/session.responses.js';
import { MayBeLeftOut } from '../../shared/left-out.js';

const BLOCKS = ['government', 'party'] as const;
const MOST_UNITS = 200;

export class ScopeBody {
  @ApiProperty({ example: '03334' })
  @IsString()
  @Length(1, 40, { message: 'unitCode: cần mã đơn vị' })
  unitCode!: string;

  @ApiProperty({ example: '2025-07-01' })
  @IsCalendarDay()
  startsOn!: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'First day no longer in force',
  })
  @IsOptional()
  @IsCalendarDay()
  endsOn?: string | null;
}

export class ScopesBody {
  @ApiProperty({ type: [ScopeBody] })
  @IsArray()
  @ArrayMaxSize(MOST_UNITS, { message: `scope: tối đa ${MOST_UNITS} đơn vị` })
  @ValidateNested({ each: true })
  @Type(() => ScopeBody)
  scope!: ScopeBody[];
}

export class NewAccountBody extends ScopesBody {
  @ApiProperty({ example: 'lan.nguyen' })
  @Matches(/^[a-z0-9][a-z0-9._-]{2,59}$/, {
    message: 'login: 3 đến 60 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch',
  })
  login!: string;

  @ApiProperty({ example: 'Nguyễn Thị Lan' })
  @IsString()
  @Length(1, 200, { message: 'name: cần họ tên, tối đa 200 ký tự' })
  name!: string;

  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES, { message: 'role: vai trò không có trong danh sách' })
  role!: Role;

  @ApiPropertyOptional({ enum: BLOCKS, nullable: true })
  @IsOptional()
  @IsIn(BLOCKS, { message: 'block: chỉ nhận government hoặc party' })
  block?: string | null;

  @ApiPropertyOptional({ description: 'Sees plans for titles that the Party committee manages' })
  @MayBeLeftOut()
  @IsBoolean({ message: 'closedScope: cần true hoặc false' })
  closedScope?: boolean;
}

export class AccountChangesBody {
  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsString()
  @Length(1, 200, { message: 'name: cần họ tên, tối đa 200 ký tự' })
  name?: string;

  @ApiPropertyOptional({ enum: ROLES })
  @MayBeLeftOut()
  @IsIn(ROLES, { message: 'role: vai trò không có trong danh sách' })
  role?: Role;

  @ApiPropertyOptional({ enum: BLOCKS, nullable: true })
  @IsOptional()
  @IsIn(BLOCKS, { message: 'block: chỉ nhận government hoặc party' })
  block?: string | null;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsBoolean({ message: 'closedScope: cần true hoặc false' })
  closedScope?: boolean;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsBoolean({ message: 'disabled: cần true hoặc false' })
  disabled?: boolean;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'The `sub` that the sign-in of the province gives this person; null = none',
  })
  @IsOptional()
  @IsString({ message: 'oidcSubject: cần chuỗi ký tự' })
  @Length(1, 255, { message: 'oidcSubject: từ 1 đến 255 ký tự' })
  oidcSubject?: string | null;
}

export class AccessSettingsBody {
  @ApiProperty({ enum: ROLES, isArray: true, description: 'Who must have a second factor' })
  @IsArray({ message: 'secondFactorRoles: cần danh sách vai trò' })
  @ArrayUnique({ message: 'secondFactorRoles: mỗi vai trò một lần' })
  @IsIn(ROLES, { each: true, message: 'secondFactorRoles: vai trò không có trong danh sách' })
  secondFactorRoles!: Role[];
}

export class AccountResponse {
  @ApiProperty() id!: number;
  @ApiProperty() login!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ROLES }) role!: Role;
  @ApiProperty({ type: String, nullable: true }) block!: string | null;
  @ApiProperty() closedScope!: boolean;
  @ApiProperty({ description: 'Invented, with a password that everybody knows' }) demo!: boolean;
  @ApiProperty() disabled!: boolean;
  @ApiProperty() secondFactor!: boolean;
  @ApiProperty({ description: 'The password must be changed at the next sign-in' })
  oneTimePassword!: boolean;
  @ApiProperty({ description: 'The one-time password was not used in time; issue another' })
  passwordExpired!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'At the sign-in of the province' })
  oidcSubject!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastSeenAt!: Date | null;
  @ApiProperty({ type: [ScopeResponse] }) scope!: readonly ScopeResponse[];
}

export class IssuedPasswordResponse {
  @ApiProperty({ type: AccountResponse }) account!: AccountResponse;
  @ApiProperty({ description: 'Told this once' }) oneTimePassword!: string;
}

export class AccessSettingsResponse {
  @ApiProperty({ enum: ROLES, isArray: true, description: 'Who must have a second factor' })
  secondFactorRoles!: Role[];
  @ApiProperty({
    enum: ROLES,
    isArray: true,
    description: 'Of whom this installation asks it in any case, since others can reach it',
  })
  alwaysSecondFactor!: Role[];
}
