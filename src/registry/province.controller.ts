import { Body, Controller, Post, UploadedFiles as Files, UseInterceptors } from '@nestjs/common';
import { FileFieldsInterceptor } from '@nestjs/platform-express';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { CurrentActor } from '../access/current-actor.js';
import { HeavyInterceptor } from '../access/front/heavy.interceptor.js';
import { UploadInterceptor } from '../access/front/upload.interceptor.js';
import { Needs } from '../access/needs.js';
import { optionalTable, uploadedTable, type UploadedFiles } from '../sheet/uploaded-table.js';
import { ProvinceService } from './province.service.js';
import { IsCalendarDay } from '../shared/calendar-day.js';
import { IsSaid } from '../shared/said.js';

const MAX_BYTES = 25 * 1024 * 1024;
const FIELDS = ['units', 'positions', 'positionSuccessions', 'aliases'];

class ProvinceBody {
  @ApiProperty({ example: 'Tỉnh Lai Châu' })
  @IsString()
  @IsSaid('name: cần ghi tên tỉnh')
  @MaxLength(200, { message: 'name: tối đa 200 ký tự' })
  name!: string;

  @ApiProperty({ example: '2025-01-01', description: 'First day on which the units are known' })
  @IsCalendarDay()
  knownFrom!: string;
}

class KnownProvinceBody {
  @ApiProperty({ example: '2025-06-30', description: 'A day on which the wanted units stood' })
  @IsCalendarDay()
  asOf!: string;
}

class LoadedProvinceResponse {
  @ApiProperty() units!: number;
  @ApiProperty() positions!: number;
  @ApiProperty() positionSuccessions!: number;
  @ApiProperty() aliases!: number;
}

@ApiTags('registry')
@Controller('province')
@Needs('catalogue.load')
export class ProvinceController {
  constructor(
    private readonly province: ProvinceService,
    private readonly actor: CurrentActor,
  ) {}

  @Post()
  @UseInterceptors(
    UploadInterceptor,
    FileFieldsInterceptor(
      FIELDS.map((name) => ({ name, maxCount: 1 })),
      { limits: { fileSize: MAX_BYTES } },
    ),
    HeavyInterceptor,
  )
  @ApiOperation({ summary: 'Load the units before, the catalogues and other spellings; once' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['name', 'knownFrom', 'units', 'positions'],
      properties: {
        name: { type: 'string' },
        knownFrom: { type: 'string', example: '2025-01-01' },
        ...Object.fromEntries(FIELDS.map((name) => [name, { type: 'string', format: 'binary' }])),
      },
    },
  })
  @ApiCreatedResponse({ type: LoadedProvinceResponse })
  async load(
    @Body() { name, knownFrom }: ProvinceBody,
    @Files() files: UploadedFiles = {},
  ): Promise<LoadedProvinceResponse> {
    return this.province.load(this.actor.current(), {
      provinceName: name,
      knownFrom,
      oldUnits: await uploadedTable(files, 'units'),
      positions: await uploadedTable(files, 'positions'),
      positionSuccessions: await optionalTable(files, 'positionSuccessions'),
      aliases: await optionalTable(files, 'aliases'),
    });
  }

  @Post('known')
  @ApiOperation({ summary: 'Load the units and the catalogues that ship with the program; once' })
  @ApiCreatedResponse({ type: LoadedProvinceResponse })
  loadKnown(@Body() { asOf }: KnownProvinceBody): Promise<LoadedProvinceResponse> {
    return this.province.loadKnown(this.actor.current(), asOf);
  }
}
