import { Body, Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Heavy } from '../access/front/heavy.interceptor.js';
import { Needs } from '../access/needs.js';
import { attachment } from '../shared/attachment.js';
import { IdPipe } from '../shared/id.pipe.js';
import { IsPurpose } from '../shared/purpose.js';
import { MarkedFileService } from './marked-file.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** In the body: an address is kept by browsers and proxies. */
export class PurposeBody {
  @IsPurpose()
  purpose!: string;
}

export class BatchFileResponse {
  @ApiProperty() id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'Why you get a copy of ours instead of your own workbook; null = your own comes back',
  })
  copyBecause!: string | null;
}

@ApiTags('roster')
@Controller('imports/:id/files')
@Needs('roster.import')
export class MarkedFileController {
  constructor(
    private readonly marked: MarkedFileService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Get()
  @ApiOperation({ summary: 'The workbooks of a batch, and which can be marked themselves' })
  @ApiOkResponse({ type: [BatchFileResponse] })
  files(@Param('id', IdPipe) id: number): Promise<BatchFileResponse[]> {
    return this.marked.files(this.actor.current(), id);
  }

  @Heavy()
  @Post(':file/marked')
  @HttpCode(200)
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'A workbook back as it was sent, with what is wrong marked in it' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Param('id', IdPipe) batchId: number,
    @Param('file', IdPipe) fileId: number,
    @Body() { purpose }: PurposeBody,
  ): Promise<StreamableFile> {
    const asked = { batchId, fileId, purpose };
    const { name, bytes } = await this.marked.file(this.actor.current(), asked);
    return new StreamableFile(bytes, {
      type: XLSX,
      disposition: attachment(`can-sua-${batchId}-${fileId}.xlsx`, `Cần sửa - ${name}`),
      length: bytes.length,
    });
  }
}
