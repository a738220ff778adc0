import {
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  type StreamableFile,
  UploadedFiles as Files,
  UseInterceptors,
} from '@nestjs/common';
import { FileFieldsInterceptor } from '@nestjs/platform-express';
import {
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { HeavyInterceptor } from '../access/front/heavy.interceptor.js';
import { UploadInterceptor } from '../access/front/upload.interceptor.js';
import { Needs } from '../access/needs.js';
import { BadInput } from '../shared/errors.js';
import { fileName, type UploadedFiles } from '../sheet/uploaded-table.js';
import { DOCUMENT_LIMITS } from './document/read-document.js';
import { DOCX, sent } from './letter.controller.js';
import { LetterTemplateService } from './letter-template.service.js';
import { LETTER_KINDS, type LetterKind } from './letter.js';
import { LetterTemplatesResponse, MERGE_FIELDS } from './letter.responses.js';

const FILE = FileFieldsInterceptor([{ name: 'file', maxCount: 1 }], {
  limits: { fileSize: DOCUMENT_LIMITS.compressedBytes },
});
const FILE_SCHEMA = { type: 'string', format: 'binary' };
const LONGEST_NAME = 200;

@ApiTags('letters')
@Controller('letter-templates')
@Needs('letter.write')
export class LetterTemplateController {
  constructor(
    private readonly templates: LetterTemplateService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The template in use of each kind, and every field it may name' })
  @ApiOkResponse({ type: LetterTemplatesResponse })
  async list(): Promise<LetterTemplatesResponse> {
    const templates = await this.templates.list(this.actor.current());
    return { templates, fields: [...MERGE_FIELDS] };
  }

  @Get(':kind/file')
  @ApiParam({ name: 'kind', enum: LETTER_KINDS })
  @ApiOperation({ summary: 'The template in use, to be edited in Word' })
  @ApiProduces(DOCX)
  @ApiOkResponse({ schema: FILE_SCHEMA })
  async file(@Param('kind') kind: string): Promise<StreamableFile> {
    const known = kindOf(kind);
    const { file, version } = await this.templates.file(this.actor.current(), known);
    return sent(file, DOCX, `mau-${known}-v${version}.docx`);
  }

  @Post(':kind')
  @HttpCode(200)
  @UseInterceptors(UploadInterceptor, FILE, HeavyInterceptor)
  @ApiParam({ name: 'kind', enum: LETTER_KINDS })
  @ApiOperation({ summary: 'Send a template; it is tried with sample values first' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: FILE_SCHEMA } },
  })
  @ApiOkResponse({ type: LetterTemplatesResponse })
  async add(
    @Param('kind') kind: string,
    @Files() files: UploadedFiles = {},
  ): Promise<LetterTemplatesResponse> {
    const known = kindOf(kind);
    const [file] = files['file'] ?? [];
    if (file === undefined)
      throw new BadInput('letter.file-missing', 'Cần một tệp .docx ở mục "file".');
    const name = fileName(file).slice(0, LONGEST_NAME);
    await this.templates.add(this.actor.current(), { kind: known, name, file: file.buffer });
    return this.list();
  }
}

function kindOf(kind: string): LetterKind {
  const known = LETTER_KINDS.find((each) => each === kind);
  if (known !== undefined) return known;
  throw new BadInput(
    'letter.unknown-kind',
    `Loại quyết định cần là một trong ${LETTER_KINDS.join(', ')}.`,
  );
}
