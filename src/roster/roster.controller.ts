import {
  Body,
  Controller,
  Get,
  Param,
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
import { Heavy, HeavyInterceptor } from '../access/front/heavy.interceptor.js';
import { UploadInterceptor } from '../access/front/upload.interceptor.js';
import { Needs } from '../access/needs.js';
import { fileName } from '../sheet/uploaded-table.js';
import { PromotionService } from './promotion.service.js';
import { IssuesQuery, UploadBody } from './roster.queries.js';
import { BatchResponse, IssuesPageResponse } from './roster.responses.js';
import { RosterService } from './roster.service.js';
import { IdPipe } from '../shared/id.pipe.js';

/** One upload: at most so many workbooks of so many bytes. */
const MAX_FILES = 50;
const MAX_BYTES = 25 * 1024 * 1024;

@ApiTags('roster')
@Controller('imports')
@Needs('roster.import')
export class RosterController {
  constructor(
    private readonly roster: RosterService,
    private readonly promotion: PromotionService,
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
      },
    },
  })
  @ApiCreatedResponse({ type: BatchResponse })
  stage(
    @Body() body: UploadBody,
    @UploadedFiles() files: readonly Express.Multer.File[] = [],
  ): Promise<BatchResponse> {
    return this.roster.stage(this.actor.current(), {
      sender: body.sender,
      asOf: body.asOf,
      files: files.map((file) => ({ name: fileName(file), bytes: file.buffer })),
    });
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

  @Heavy()
  @Post(':id/promotion')
  @ApiOperation({ summary: 'Write a batch to the registry, all rows or none' })
  @ApiCreatedResponse({ type: BatchResponse })
  promote(@Param('id', IdPipe) id: number): Promise<BatchResponse> {
    return this.promotion.promote(this.actor.current(), id);
  }
}
