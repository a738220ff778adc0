import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length, Matches, MaxLength, MinLength } from 'class-validator';
import { ROLES, type Role } from '../../shared/actor.js';
import { IsSaid } from '../../shared/said.js';
import { PERMISSIONS, type Permission } from '../permissions.js';
import { STAGES, type Stage } from './session.entity.js';
import { MayBeLeftOut } from '../../shared/left-out.js';

export class ScopeResponse {
  @ApiProperty() unitCode!: string;
  @ApiProperty({ type: String, nullable: true }) unitName!: string | null;
  @ApiProperty() startsOn!: string;
  @ApiProperty({ type: String, nullable: true }) endsOn!: string | null;
}

export class SignedInResponse {
  @ApiProperty() login!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ROLES }) role!: Role;
  @ApiProperty({ type: String, nullable: true, description: 'One block of an officer; null = all' })
  block!: string | null;
  @ApiProperty() closedScope!: boolean;
  @ApiProperty() secondFactor!: boolean;
  @ApiProperty({ type: [ScopeResponse] }) scope!: ScopeResponse[];
}

export class DemoAccountResponse {
  @ApiProperty() login!: string;
  @ApiProperty() password!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ROLES }) role!: Role;
}

export class OidcResponse {
  @ApiProperty({ description: 'Words of the button' }) label!: string;
}

export class SessionResponse {
  @ApiProperty() signedIn!: boolean;
  @ApiProperty({ enum: ['none', ...STAGES] }) stage!: Stage | 'none';
  @ApiProperty({ type: SignedInResponse, nullable: true }) account!: SignedInResponse | null;
  @ApiProperty({ enum: Object.keys(PERMISSIONS), isArray: true }) permissions!: Permission[];
  @ApiProperty({ type: String, nullable: true, description: 'For the header X-CSRF-Token' })
  csrfToken!: string | null;
  @ApiProperty() idleMinutes!: number;
  @ApiProperty({ type: [DemoAccountResponse], description: 'Of the demo on this machine only' })
  demoAccounts!: DemoAccountResponse[];
  @ApiProperty({ type: OidcResponse, nullable: true }) oidc!: OidcResponse | null;
}

export class SignInBody {
  @ApiProperty({ example: 'canbo' })
  @IsString()
  @IsSaid('login: cần ghi tên đăng nhập')
  @MaxLength(60)
  login!: string;

  @ApiProperty()
  @IsString()
  @MinLength(1, { message: 'password: cần ghi mật khẩu' })
  @MaxLength(200)
  password!: string;
}

export class CodeBody {
  @ApiProperty({ example: '123456' })
  @IsString()
  @Matches(/^\d{6}$/, { message: 'code: cần đúng 6 chữ số' })
  code!: string;
}

export class PasswordBody {
  @ApiProperty()
  @IsString()
  @Length(1, 200, { message: 'current: cần mật khẩu hiện tại' })
  current!: string;

  @ApiProperty()
  @IsString()
  @Length(1, 1000, { message: 'password: cần mật khẩu mới' })
  password!: string;
}

export class SecondFactorBody {
  @ApiPropertyOptional({ description: 'Of whoever is inside already; not asked within a sign-in' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(200, { message: 'password: quá dài' })
  password?: string;
}

export class SecondFactorResponse {
  @ApiProperty({ description: 'Base32' }) secret!: string;
  @ApiProperty({ description: 'otpauth: address for an authenticator' }) uri!: string;
}
