import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { AUDIT_KINDS, type AuditKind } from '../access/audit-entry.entity.js';
import { IsCalendarDay } from '../shared/calendar-day.js';
import { pageQuery } from '../shared/page.query.js';
import { IsPurpose } from '../shared/purpose.js';
import { MayBeLeftOut } from '../shared/left-out.js';

/** Which entries; all that is given must hold. */
export class AuditFilter {
  @ApiPropertyOptional({ example: '2026-01-01', description: 'First day, in Vietnam' })
  @MayBeLeftOut()
  @IsCalendarDay()
  from?: string;

  @ApiPropertyOptional({ example: '2026-01-31', description: 'Last day, in Vietnam' })
  @MayBeLeftOut()
  @IsCalendarDay()
  to?: string;

  @ApiPropertyOptional({ description: 'Login name' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(100, { message: 'actor: tối đa 100 ký tự' })
  actor?: string;

  @ApiPropertyOptional({ example: 'scenario.', description: 'Beginning of the action' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(100, { message: 'action: tối đa 100 ký tự' })
  action?: string;

  @ApiPropertyOptional({ example: 'person/7', description: 'Beginning of the subject' })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(200, { message: 'subject: tối đa 200 ký tự' })
  subject?: string;

  @ApiPropertyOptional({ enum: AUDIT_KINDS })
  @MayBeLeftOut()
  @IsIn(AUDIT_KINDS, { message: `kind: cần một trong ${AUDIT_KINDS.join(', ')}` })
  kind?: AuditKind;
}

export class AuditQuery extends IntersectionType(
  AuditFilter,
  pageQuery({ usual: 50, most: 500 }),
) {}

/** In the body: an address is kept by browsers and proxies. */
export class AuditExportBody {
  @IsPurpose()
  purpose!: string;
}

export class VerificationQuery {
  @ApiPropertyOptional({
    example: '120:3fa1 09bc 77d2 0c4e 5b18 e6a0 91f3 2d5c',
    description: 'An anchor read from paper: entry and seal',
  })
  @MayBeLeftOut()
  @IsString()
  @MaxLength(200, { message: 'anchor: tối đa 200 ký tự' })
  anchor?: string;
}

export class AnchorQuery {
  @ApiPropertyOptional({ example: '2026-01-31', description: 'Day in Vietnam; today if absent' })
  @MayBeLeftOut()
  @IsCalendarDay()
  day?: string;
}
