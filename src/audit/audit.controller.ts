import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Heavy } from '../access/front/heavy.interceptor.js';
import { Needs } from '../access/needs.js';
import { AnchorService } from './anchor.service.js';
import {
  AnchorQuery,
  AuditExportBody,
  AuditFilter,
  AuditQuery,
  VerificationQuery,
} from './audit.queries.js';
import {
  AnchorResponse,
  AuditPageResponse,
  AuditStateResponse,
  VerificationResponse,
} from './audit.responses.js';
import { AuditService } from './audit.service.js';
import { FAULT_NAMES } from './faults.js';
import { groupedSeal, readPaperAnchor } from './paper-anchor.js';
import { Sealer } from './sealer.js';
import { VerificationService } from './verification.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The trail as the auditor reads, checks and takes it away. */
@ApiTags('audit')
@Controller('audit')
@Needs('audit.read')
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly verification: VerificationService,
    private readonly anchors: AnchorService,
    private readonly sealer: Sealer,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Entries of the trail, newest first' })
  @ApiOkResponse({ type: AuditPageResponse })
  page(@Query() query: AuditQuery): Promise<AuditPageResponse> {
    return this.audit.page(this.actor.current(), query);
  }

  @Get('state')
  @ApiOperation({ summary: 'How much is sealed, and the last anchor' })
  @ApiOkResponse({ type: AuditStateResponse })
  async state(): Promise<AuditStateResponse> {
    return { ...(await this.audit.state(this.actor.current())), sealer: this.sealer.state };
  }

  @Heavy()
  @Get('verification')
  @ApiOperation({ summary: 'Reads the whole chain again and names every fault' })
  @ApiOkResponse({ type: VerificationResponse })
  async verify(@Query() { anchor }: VerificationQuery): Promise<VerificationResponse> {
    const paper = anchor === undefined ? null : readPaperAnchor(anchor);
    const { faults, ...found } = await this.verification.verify(this.actor.current(), paper);
    return { ...found, faults: faults.map((each) => ({ ...each, name: FAULT_NAMES[each.kind] })) };
  }

  @Get('anchor')
  @ApiOperation({ summary: 'The anchor of a day, to be printed and signed' })
  @ApiOkResponse({ type: AnchorResponse })
  async anchor(@Query() { day }: AnchorQuery): Promise<AnchorResponse> {
    const anchor = await this.anchors.read(this.actor.current(), day ?? this.anchors.today());
    return { ...anchor, seal: groupedSeal(anchor.seal) };
  }

  @Heavy()
  @Post('export.xlsx')
  @HttpCode(200)
  @ApiOperation({ summary: 'The entries as a workbook' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async exported(
    @Query() filter: AuditFilter,
    @Body() { purpose }: AuditExportBody,
  ): Promise<StreamableFile> {
    const bytes = await this.audit.exported(this.actor.current(), filter, purpose);
    return new StreamableFile(bytes, {
      type: XLSX,
      disposition: 'attachment; filename="nhat-ky.xlsx"',
      length: bytes.length,
    });
  }
}
