import {
  Body,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  UploadedFiles,
  UseInterceptors,
} from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { HeavyInterceptor } from '../access/front/heavy.interceptor.js';
import { UploadInterceptor } from '../access/front/upload.interceptor.js';
import { Needs } from '../access/needs.js';
import { fileName } from '../sheet/uploaded-table.js';
import { UploadsInWork } from './progress.js';
import { BATCH_KINDS } from './batch-kind.js';
import { IssuesQuery, UploadBody } from './roster.queries.js';
import { BatchResponse, IssuesPageResponse, UploadProgressResponse } from './roster.responses.js';
import { RosterService } from './roster.service.js';
import { MAX_BYTES, MAX_FILES } from './upload-limits.js';
import { IdPipe } from '../shared/id.pipe.js';

@ApiTags('roster')
@Controller('imports')
@Needs('roster.import')
export class RosterController {
  constructor(
    private readonly roster: RosterService,
    private readonly uploads: UploadsInWork,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Batches of uploaded rosters, newest first' })
  @ApiOkResponse({ type: [BatchResponse] })
  list(): Promise<BatchResponse[]> {
    return this.roster.list(this.actor.current());
  }

  @Post()
  @UseInterceptors(
    UploadInterceptor,
    FilesInterceptor('files', MAX_FILES, { limits: { fileSize: MAX_BYTES, files: MAX_FILES } }),
    HeavyInterceptor,
  )
  @ApiOperation({
    summary: 'Stage rosters: read and check every row, write nothing to the registry',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['files', 'sender', 'asOf'],
      properties: {
        files: { type: 'array', items: { type: 'string', format: 'binary' } },
        sender: { type: 'string' },
        asOf: { type: 'string', example: '2025-06-30' },
        kind: { type: 'string', enum: [...BATCH_KINDS] },
        upload: { type: 'string', format: 'uuid' },
      },
    },
  })
  @ApiCreatedResponse({ type: BatchResponse })
  async stage(
    @Body() { sender, asOf, kind = 'roster', upload }: UploadBody,
    @UploadedFiles() files: readonly Express.Multer.File[] = [],
  ): Promise<BatchResponse> {
    const actor = this.actor.current();
    const sent = files.map((file) => ({ name: fileName(file), bytes: file.buffer }));
    const given = { sender, asOf, kind, files: sent };
    if (upload === undefined) return this.roster.stage(actor, given);
    const { read, end } = this.uploads.begin(actor, upload, sent.length);
    try {
      return await this.roster.stage(actor, { ...given, progress: read });
    } finally {
      end();
    }
  }

  @Get('progress/:upload')
  @ApiOperation({ summary: 'How far the reading of an upload of yours is' })
  @ApiOkResponse({ type: UploadProgressResponse })
  progress(@Param('upload', ParseUUIDPipe) upload: string): UploadProgressResponse {
    return this.uploads.of(this.actor.current(), upload);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A batch with its counts' })
  @ApiOkResponse({ type: BatchResponse })
  get(@Param('id', IdPipe) id: number): Promise<BatchResponse> {
    return this.roster.get(this.actor.current(), id);
  }

  @Get(':id/issues')
  @ApiOperation({ summary: 'What is wrong with a batch, by sheet, row and column' })
  @ApiOkResponse({ type: IssuesPageResponse })
  issues(
    @Param('id', IdPipe) id: number,
    @Query() query: IssuesQuery,
  ): Promise<IssuesPageResponse> {
    const { severity = null, offset, limit } = query;
    return this.roster.issues(this.actor.current(), { batchId: id, severity, offset, limit });
  }
}
