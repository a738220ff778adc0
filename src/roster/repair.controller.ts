import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Heavy, HeavyInterceptor } from '../access/front/heavy.interceptor.js';
import { UploadInterceptor } from '../access/front/upload.interceptor.js';
import { Needs } from '../access/needs.js';
import { BadInput } from '../shared/errors.js';
import { IdPipe } from '../shared/id.pipe.js';
import { fileName } from '../sheet/uploaded-table.js';
import { BatchViewService } from './batch-view.service.js';
import { labelKey, type Field } from './reading/fields.js';
import { RepairService } from './repair.service.js';
import {
  AnswersBody,
  ColumnChoicesBody,
  CorrectionsBody,
  FileBody,
  RowsBody,
  RowsQuery,
  SetAsideBody,
  TypedCellBody,
} from './roster.queries.js';
import {
  BatchResponse,
  ColumnsResponse,
  IssueCodeResponse,
  RowsPageResponse,
} from './roster.responses.js';
import { MAX_BYTES } from './upload-limits.js';

/** A batch in repair: each change answers with the batch's counts after all rows were checked again. */
@ApiTags('roster')
@Controller('imports/:id')
@Needs('roster.import')
export class RepairController {
  constructor(
    private readonly view: BatchViewService,
    private readonly repair: RepairService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('rows')
  @ApiOperation({ summary: 'The rows of a batch with their cells, issues and questions' })
  @ApiOkResponse({ type: RowsPageResponse })
  rows(@Param('id', IdPipe) batchId: number, @Query() query: RowsQuery): Promise<RowsPageResponse> {
    const { state = null, severity = null, code = null, text = null, offset, limit } = query;
    const asked = { batchId, state, severity, code, text, offset, limit };
    return this.view.rows(this.actor.current(), asked);
  }

  @Get('issues/codes')
  @ApiOperation({ summary: 'How many issues a batch has of each kind, the gravest first' })
  @ApiOkResponse({ type: [IssueCodeResponse] })
  issueCodes(@Param('id', IdPipe) id: number): Promise<IssueCodeResponse[]> {
    return this.view.issueCodes(this.actor.current(), id);
  }

  @Get('columns')
  @ApiOperation({ summary: 'What the columns of a batch were taken for, and what they may mean' })
  @ApiOkResponse({ type: ColumnsResponse })
  columns(@Param('id', IdPipe) id: number): Promise<ColumnsResponse> {
    return this.view.columns(this.actor.current(), id);
  }

  @Heavy()
  @Put('columns')
  @ApiOperation({ summary: 'Say what labels mean; remembered for the next files of the sender' })
  @ApiOkResponse({ type: BatchResponse })
  chooseColumns(
    @Param('id', IdPipe) id: number,
    @Body() { choices }: ColumnChoicesBody,
  ): Promise<BatchResponse> {
    const chosen = choices.map(({ label, field }) => ({
      label: labelKey(label),
      field: field as Field | null,
    }));
    return this.repair.chooseColumns(this.actor.current(), id, chosen);
  }

  @Heavy()
  @Post('corrections')
  @HttpCode(200)
  @ApiOperation({ summary: 'Type cells anew' })
  @ApiOkResponse({ type: BatchResponse })
  correct(
    @Param('id', IdPipe) id: number,
    @Body() { cells }: CorrectionsBody,
  ): Promise<BatchResponse> {
    return this.repair.correct(this.actor.current(), id, cells);
  }

  @Heavy()
  @Post('corrections/alike')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Type a cell anew, with all cells of its kind of column that say the same',
  })
  @ApiOkResponse({ type: BatchResponse })
  correctAlike(
    @Param('id', IdPipe) id: number,
    @Body() cell: TypedCellBody,
  ): Promise<BatchResponse> {
    return this.repair.correctAlike(this.actor.current(), id, cell);
  }

  @Heavy()
  @Post('answers')
  @HttpCode(200)
  @ApiOperation({ summary: 'Answer questions of rows' })
  @ApiOkResponse({ type: BatchResponse })
  answer(
    @Param('id', IdPipe) id: number,
    @Body() { answers }: AnswersBody,
  ): Promise<BatchResponse> {
    return this.repair.answer(this.actor.current(), id, answers);
  }

  @Heavy()
  @Post('set-aside')
  @HttpCode(200)
  @ApiOperation({ summary: 'Leave rows out by hand; they stay in the batch' })
  @ApiOkResponse({ type: BatchResponse })
  setAside(@Param('id', IdPipe) id: number, @Body() body: SetAsideBody): Promise<BatchResponse> {
    return this.repair.setAside(this.actor.current(), id, body);
  }

  @Heavy()
  @Delete('set-aside')
  @ApiOperation({ summary: 'Take rows back in that were left out' })
  @ApiBody({ type: RowsBody })
  @ApiOkResponse({ type: BatchResponse })
  takeBackIn(@Param('id', IdPipe) id: number, @Body() { rows }: RowsBody): Promise<BatchResponse> {
    return this.repair.takeBackIn(this.actor.current(), id, rows);
  }

  @Post('files')
  @HttpCode(200)
  @UseInterceptors(
    UploadInterceptor,
    FileInterceptor('file', { limits: { fileSize: MAX_BYTES, files: 1 } }),
    HeavyInterceptor,
  )
  @ApiOperation({
    summary: 'Send a file of the batch again: the one of its name, or the one given back marked',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiOkResponse({ type: BatchResponse })
  replaceFile(
    @Param('id', IdPipe) id: number,
    @Body() _nothingElse: FileBody,
    @UploadedFile() file?: Express.Multer.File,
  ): Promise<BatchResponse> {
    if (file === undefined) throw new BadInput('roster.no-file', 'Chưa chọn tệp danh sách nào.');
    const sent = { name: fileName(file), bytes: file.buffer };
    return this.repair.replaceFile(this.actor.current(), id, sent);
  }

  @Heavy()
  @Post('checks')
  @HttpCode(200)
  @ApiOperation({ summary: 'Check all rows again, by the registry as it is now' })
  @ApiOkResponse({ type: BatchResponse })
  check(@Param('id', IdPipe) id: number): Promise<BatchResponse> {
    return this.repair.check(this.actor.current(), id);
  }
}
