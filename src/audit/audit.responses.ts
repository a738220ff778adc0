import { ApiProperty } from '@nestjs/swagger';
import { AUDIT_KINDS, type AuditKind } from '../access/audit-entry.entity.js';
import { FAULT_KINDS, type FaultKind } from './faults.js';

const FIELDS = { type: 'object', additionalProperties: true } as const;

export class AuditEntryResponse {
  @ApiProperty() id!: number;
  @ApiProperty({ description: 'Instant' }) at!: string;
  @ApiProperty({ description: 'Login name, or the part of the program' }) actor!: string;
  @ApiProperty({ description: 'What the actor was then' }) role!: string;
  @ApiProperty({ description: 'Network address, or terminal' }) from!: string;
  @ApiProperty({ enum: AUDIT_KINDS }) kind!: AuditKind;
  @ApiProperty() action!: string;
  @ApiProperty() subject!: string;
  @ApiProperty({ type: String, nullable: true }) why!: string | null;
  @ApiProperty({ ...FIELDS, nullable: true }) before!: Record<string, unknown> | null;
  @ApiProperty({ ...FIELDS, nullable: true }) after!: Record<string, unknown> | null;
  @ApiProperty(FIELDS) details!: Record<string, unknown>;
  @ApiProperty({ description: 'It has its seal' }) sealed!: boolean;
}

export class AuditPageResponse {
  @ApiProperty() total!: number;
  @ApiProperty({ type: [AuditEntryResponse], description: 'Newest first' })
  items!: AuditEntryResponse[];
}

export class AnchorResponse {
  @ApiProperty() day!: string;
  @ApiProperty({ description: 'How many entries stand in the chain' }) number!: number;
  @ApiProperty() entryId!: number;
  @ApiProperty({ description: 'The seal for paper, in groups of four' }) seal!: string;
}

export class AuditStateResponse {
  @ApiProperty() entries!: number;
  @ApiProperty() sealed!: number;
  @ApiProperty() unsealed!: number;
  @ApiProperty({ type: Number, nullable: true }) oldestUnsealedSeconds!: number | null;
  @ApiProperty({ type: AnchorResponse, nullable: true }) lastAnchor!: AnchorResponse | null;
  @ApiProperty({
    enum: ['off', 'sealing', 'other-key', 'failing'],
    description: 'What the sealer of this program does',
  })
  sealer!: 'off' | 'sealing' | 'other-key' | 'failing';
}

export class FaultResponse {
  @ApiProperty({ enum: FAULT_KINDS }) kind!: FaultKind;
  @ApiProperty() name!: string;
  @ApiProperty({ type: Number, nullable: true }) entryId!: number | null;
  @ApiProperty() message!: string;
}

export class ChainEndResponse {
  @ApiProperty() number!: number;
  @ApiProperty() entryId!: number;
  @ApiProperty() seal!: string;
}

export class VerificationResponse {
  @ApiProperty() intact!: boolean;
  @ApiProperty({ type: [FaultResponse] }) faults!: FaultResponse[];
  @ApiProperty() entries!: number;
  @ApiProperty() sealed!: number;
  @ApiProperty() unsealed!: number;
  @ApiProperty({ type: Number, nullable: true }) oldestUnsealedSeconds!: number | null;
  @ApiProperty({ type: ChainEndResponse, nullable: true }) last!: ChainEndResponse | null;
  @ApiProperty({ description: 'Points outside of the chain that it was compared with' })
  compared!: number;
}
