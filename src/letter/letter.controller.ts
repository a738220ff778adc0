import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Heavy } from '../access/front/heavy.interceptor.js';
import { Needs } from '../access/needs.js';
import { attachment } from '../shared/attachment.js';
import { BadInput } from '../shared/errors.js';
import { IdPipe } from '../shared/id.pipe.js';
import { LetterCheckService } from './letter-check.service.js';
import { LetterIssueService } from './letter-issue.service.js';
import {
  LetterBody,
  LetterExportBody,
  LetterFileBody,
  LetterScopeBody,
  LettersQuery,
  NumberBlockBody,
} from './letter.bodies.js';
import {
  CheckedResponse,
  IssuedResponse,
  LetterPageResponse,
  type LetterResponse,
  NumberBlockResponse,
} from './letter.responses.js';
import { LetterService } from './letter.service.js';
import type { StoredLetter } from './letter.store.js';
import { sourceMissing } from './refusals.js';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ZIP = 'application/zip';
const FILE = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('letters')
@Controller('letters')
export class LetterController {
  constructor(
    private readonly letters: LetterService,
    private readonly issuing: LetterIssueService,
    private readonly checking: LetterCheckService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @Needs('letter.read')
  @ApiOperation({ summary: 'Decisions that were issued about people in your scope' })
  @ApiOkResponse({ type: LetterPageResponse })
  async list(@Query() query: LettersQuery): Promise<LetterPageResponse> {
    const { total, items } = await this.letters.list(this.actor.current(), {
      ...{ scenarioId: query.scenario ?? null, movementId: query.movement ?? null },
      ...{ search: query.search ?? '', all: query.all ?? false },
      ...{ offset: query.offset, limit: query.limit },
    });
    return { total, items: items.map(responseOf) };
  }

  @Heavy()
  @Post()
  @HttpCode(200)
  @Needs('letter.write')
  @ApiOperation({
    summary: 'Number and write the next letters of a plan, or that of a movement',
    description: 'At most 200 at once: ask again until nothing is left. Same facts, same letter.',
  })
  @ApiOkResponse({ type: IssuedResponse })
  issue(@Body() body: LetterBody): Promise<IssuedResponse> {
    const actor = this.actor.current();
    const { blockId, scenarioId, movementId, issuedOn } = body;
    if ((scenarioId === undefined) === (movementId === undefined)) throw sourceMissing();
    if (movementId !== undefined) return this.issuing.ofMovement(actor, { movementId, blockId });
    if (scenarioId === undefined || issuedOn === undefined)
      throw new BadInput('letter.day-missing', 'Hãy nhập ngày ban hành quyết định.');
    return this.issuing.ofPlan(actor, {
      ...{ scenarioId, blockId, issuedOn },
      ...{ staffIds: body.staffIds ?? null, unitCode: body.unitCode ?? null },
    });
  }

  @Heavy()
  @Post('check')
  @HttpCode(200)
  @Needs('letter.write')
  @ApiOperation({ summary: 'Read every letter back and compare each field with the database' })
  @ApiOkResponse({ type: CheckedResponse })
  async check(@Body() body: LetterScopeBody): Promise<CheckedResponse> {
    const { letters, faults } = await this.checking.check(this.actor.current(), scopeOf(body));
    return { letters, faults: faults.map((fault) => ({ ...fault, where: [...fault.where] })) };
  }

  @Heavy()
  @Post('zip')
  @HttpCode(200)
  @Needs('letter.read')
  @ApiOperation({ summary: 'All letters that stand, with a list of them' })
  @ApiProduces(ZIP)
  @ApiOkResponse(FILE)
  async zip(@Body() body: LetterExportBody): Promise<StreamableFile> {
    const filter = { ...scopeOf(body), all: false, search: '' };
    const file = await this.letters.zip(this.actor.current(), filter, body.purpose);
    return sent(file.bytes, ZIP, file.name);
  }

  @Post(':id/file')
  @HttpCode(200)
  @Needs('letter.read')
  @ApiOperation({ summary: 'One letter as it was issued, to the byte' })
  @ApiProduces(DOCX)
  @ApiOkResponse(FILE)
  async file(
    @Param('id', IdPipe) id: number,
    @Body() { purpose }: LetterFileBody,
  ): Promise<StreamableFile> {
    const file = await this.letters.file(this.actor.current(), id, purpose);
    return sent(file.bytes, DOCX, file.name);
  }
}

@ApiTags('letters')
@Controller('number-blocks')
@Needs('letter.write')
export class NumberBlockController {
  constructor(
    private readonly letters: LetterService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Blocks of decision numbers, the newest year first' })
  @ApiOkResponse({ type: [NumberBlockResponse] })
  list(): Promise<NumberBlockResponse[]> {
    return this.letters.numberBlocks(this.actor.current());
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Open a block of numbers; it overlaps no other' })
  @ApiOkResponse({ type: [NumberBlockResponse] })
  async open(@Body() { issuer, ...block }: NumberBlockBody): Promise<NumberBlockResponse[]> {
    const actor = this.actor.current();
    if (block.last < block.first)
      throw new BadInput('letter.block-backwards', 'Số cuối phải từ số đầu trở lên.');
    await this.letters.openBlock(actor, { ...block, issuer: { ...issuer } });
    return this.letters.numberBlocks(actor);
  }
}

export function sent(bytes: Buffer, type: string, name: string): StreamableFile {
  return new StreamableFile(bytes, {
    type,
    disposition: attachment(name, name),
    length: bytes.length,
  });
}

function scopeOf({ scenarioId, movementId }: LetterScopeBody) {
  return { scenarioId: scenarioId ?? null, movementId: movementId ?? null };
}

function responseOf(letter: StoredLetter): LetterResponse {
  const { id, kind, staffId, scenarioId, movementId, numberText, issuedOn, fields } = letter;
  return {
    ...{ id, kind, staffId, fullName: fields.ho_ten, scenarioId, movementId, numberText, issuedOn },
    ...{ toUnit: fields.don_vi_moi, toPosition: fields.vi_tri_moi },
    ...{ templateVersion: letter.templateVersion, letterHash: letter.letterHash },
    isCurrent: letter.isCurrent,
  };
}
