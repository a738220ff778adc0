import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { UsedParameterResponse } from '../../law/law.responses.js';
import { download, XLSX } from '../download.js';
import { ReportBody, ReportQuery } from '../report.queries.js';
import { DIMENSIONS, type Dimension } from './treatment.plan.js';
import { TreatmentService } from './treatment.service.js';

const SHOWN = { type: Number, nullable: true, description: 'null = hidden: small' } as const;

class TreatedGroupResponse {
  @ApiProperty({ description: 'male, over60, a name; empty = not known' }) key!: string;
  @ApiProperty(SHOWN) people!: number | null;
  @ApiProperty(SHOWN) placed!: number | null;
  @ApiProperty(SHOWN) surplus!: number | null;
  @ApiProperty(SHOWN) leaving!: number | null;
  @ApiProperty(SHOWN) moved!: number | null;
  @ApiProperty(SHOWN) meanKm!: number | null;
}

class TreatedDimensionResponse {
  @ApiProperty({ enum: DIMENSIONS }) dimension!: Dimension;
  @ApiProperty({ type: [TreatedGroupResponse] }) groups!: TreatedGroupResponse[];
}

class TreatmentResponse {
  @ApiProperty() people!: number;
  @ApiProperty({ description: 'Counts below it are hidden' }) smallest!: number;
  @ApiProperty({ type: [TreatedDimensionResponse] }) dimensions!: TreatedDimensionResponse[];
  @ApiProperty({ type: [UsedParameterResponse] }) parameters!: UsedParameterResponse[];
}

@ApiTags('reports')
@Controller()
@Needs('treatment.read')
export class TreatmentController {
  constructor(
    private readonly treatment: TreatmentService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('treatment')
  @ApiOperation({
    summary: 'Share placed, surplus, moved and distance by sex, people, age and old unit',
  })
  @ApiOkResponse({ type: TreatmentResponse })
  async of(@Query() { run }: ReportQuery): Promise<TreatmentResponse> {
    const { dimensions, people, smallest, parameters } = await this.treatment.of(
      this.actor.current(),
      run,
    );
    return {
      ...{ people, smallest, parameters: [...parameters] },
      dimensions: dimensions.map(({ dimension, groups }) => ({
        dimension,
        groups: groups.map((group) => ({ ...group })),
      })),
    };
  }

  @Heavy()
  @Post('reports/treatment.xlsx')
  @HttpCode(200)
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'The same as a workbook' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Query() { run }: ReportQuery,
    @Body() { purpose }: ReportBody,
  ): Promise<StreamableFile> {
    return download(await this.treatment.file(this.actor.current(), run, purpose));
  }
}
