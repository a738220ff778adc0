import {
  Body,
  Controller,
  HttpCode,
  Post,
  UploadedFiles as Files,
  UseInterceptors,
} from '@nestjs/common';
import { FileFieldsInterceptor } from '@nestjs/platform-express';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { CurrentActor } from '../access/current-actor.js';
import { HeavyInterceptor } from '../access/front/heavy.interceptor.js';
import { UploadInterceptor } from '../access/front/upload.interceptor.js';
import { Needs } from '../access/needs.js';
import {
  optionalTable,
  uploadedTable,
  uploadedTables,
  type UploadedFiles,
} from '../sheet/uploaded-table.js';
import type { MergerTables } from './merger-sheets.js';
import { BreachResponse } from './merger.responses.js';
import { MergerService } from './merger.service.js';
import type { MergerPlan } from './merger.plan.js';
import { IsCalendarDay } from '../shared/calendar-day.js';
import { IsSaid } from '../shared/said.js';
import { MayBeLeftOut } from '../shared/left-out.js';

const MAX_BYTES = 25 * 1024 * 1024;
const MAX_MAPS = 5;

class MergerBody {
  @ApiProperty({ example: '2025-07-01' })
  @IsCalendarDay()
  effectiveOn!: string;

  @ApiProperty({ example: '2026-01-01', description: 'The day whose law is applied' })
  @IsCalendarDay()
  rulesOn!: string;

  @ApiProperty({ example: 'Nghị quyết số 1661/NQ-UBTVQH15' })
  @IsString()
  @IsSaid('legalBasis: cần ghi căn cứ pháp lý')
  @MaxLength(500, { message: 'legalBasis: tối đa 500 ký tự' })
  legalBasis!: string;
}

class NewMergerBody extends MergerBody {
  @ApiProperty()
  @IsString()
  @IsSaid('name: cần đặt tên phương án')
  @MaxLength(200, { message: 'name: tối đa 200 ký tự' })
  name!: string;

  @ApiPropertyOptional()
  @MayBeLeftOut()
  @IsString()
  @MaxLength(2000, { message: 'description: tối đa 2000 ký tự' })
  description?: string;
}

class MergerPreviewResponse {
  @ApiProperty() createdUnits!: number;
  @ApiProperty() closedUnits!: number;
  @ApiProperty() people!: number;
  @ApiProperty({ description: 'People of split units' }) peopleToDecide!: number;
  @ApiProperty({ type: [BreachResponse] }) breaches!: BreachResponse[];
}

class NewMergerResponse extends MergerPreviewResponse {
  @ApiProperty() scenarioId!: number;
  @ApiProperty({
    type: [String],
    description: 'Wishes and proposed places of the roster that name nothing in the plan',
  })
  unread!: string[];
}

const FILES = FileFieldsInterceptor(
  [
    { name: 'newUnits', maxCount: 1 },
    { name: 'successions', maxCount: MAX_MAPS },
    { name: 'seats', maxCount: 1 },
    { name: 'norms', maxCount: 1 },
  ],
  { limits: { fileSize: MAX_BYTES } },
);

const FILE_SCHEMA = { type: 'string', format: 'binary' };
const SCHEMA = {
  effectiveOn: { type: 'string' },
  rulesOn: { type: 'string' },
  legalBasis: { type: 'string' },
  newUnits: FILE_SCHEMA,
  successions: { type: 'array', items: FILE_SCHEMA },
  seats: FILE_SCHEMA,
  norms: FILE_SCHEMA,
};
const REQUIRED = ['effectiveOn', 'rulesOn', 'legalBasis', 'newUnits', 'successions', 'seats'];

/** Mergers from sheets: looked at first, then frozen as a scenario. */
@ApiTags('merger')
@Controller('scenarios')
@Needs('scenario.write')
export class NewMergerController {
  constructor(
    private readonly merger: MergerService,
    private readonly actor: CurrentActor,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @UseInterceptors(UploadInterceptor, FILES, HeavyInterceptor)
  @ApiOperation({ summary: 'Plan a merger from sheets and write nothing' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: REQUIRED, properties: SCHEMA } })
  @ApiOkResponse({ type: MergerPreviewResponse })
  async preview(
    @Body() body: MergerBody,
    @Files() files: UploadedFiles = {},
  ): Promise<MergerPreviewResponse> {
    const tables = await tablesOf(files);
    return previewResponse(await this.merger.preview(this.actor.current(), { ...body, tables }));
  }

  @Post()
  @UseInterceptors(UploadInterceptor, FILES, HeavyInterceptor)
  @ApiOperation({ summary: 'Plan a merger from sheets and freeze it as a scenario' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: [...REQUIRED, 'name'],
      properties: { ...SCHEMA, name: { type: 'string' }, description: { type: 'string' } },
    },
  })
  @ApiCreatedResponse({ type: NewMergerResponse })
  async create(
    @Body() { description = '', ...body }: NewMergerBody,
    @Files() files: UploadedFiles = {},
  ): Promise<NewMergerResponse> {
    const tables = await tablesOf(files);
    const actor = this.actor.current();
    const made = await this.merger.create(actor, { ...body, description, tables });
    return {
      ...previewResponse(made.plan),
      scenarioId: made.scenario.id,
      unread: made.unread.map((each) => each.message),
    };
  }
}

async function tablesOf(files: UploadedFiles): Promise<MergerTables> {
  return {
    newUnits: await uploadedTable(files, 'newUnits'),
    successions: await uploadedTables(files, 'successions'),
    seats: await uploadedTable(files, 'seats'),
    norms: await optionalTable(files, 'norms'),
  };
}

function previewResponse(plan: MergerPlan): MergerPreviewResponse {
  const headcount = (rows: readonly { readonly headcount: number }[]): number =>
    rows.reduce((sum, row) => sum + row.headcount, 0);
  return {
    createdUnits: plan.createUnits.filter((unit) => unit.level !== 'division').length,
    closedUnits: plan.closeUnits.length,
    people: headcount(plan.carried),
    peopleToDecide: headcount(plan.peopleToDecide),
    breaches: plan.breaches.map(({ code, severity, message }) => ({ code, severity, message })),
  };
}
