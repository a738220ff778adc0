import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Heavy } from '../../access/front/heavy.interceptor.js';
import { Needs } from '../../access/needs.js';
import { UsedParameterResponse } from '../../law/law.responses.js';
import { WISH_KINDS, type WishKind } from '../../rules/vocabulary.js';
import { download, XLSX } from '../download.js';
import { ReportBody, ReportQuery } from '../report.queries.js';
import type { ServedPerson } from './wishes.plan.js';
import { type Wishes, WishesService } from './wishes.service.js';

const ALL_KINDS = ['all', ...WISH_KINDS] as const;
const OUTCOMES = ['seated', 'surplus', 'leaving'] as const;

class WishFiguresResponse {
  @ApiProperty({ enum: ALL_KINDS }) kind!: WishKind | 'all';
  @ApiProperty() people!: number;
  @ApiProperty({ description: 'The first wish is met' }) first!: number;
  @ApiProperty({ description: 'The first, second or third is met' }) topThree!: number;
  @ApiProperty() unmet!: number;
  @ApiProperty({ type: Number, nullable: true }) meanKm!: number | null;
}

class WorstTenthResponse extends WishFiguresResponse {
  @ApiProperty({ type: Number, nullable: true }) farthestKm!: number | null;
}

class ServedPersonResponse {
  @ApiProperty() staffId!: number;
  @ApiProperty() fullName!: string;
  @ApiProperty({ enum: WISH_KINDS }) kind!: WishKind;
  @ApiProperty({ type: [String], description: 'Names of the communes wished for, in order' })
  communes!: string[];
  @ApiProperty({ enum: OUTCOMES }) outcome!: (typeof OUTCOMES)[number];
  @ApiProperty({ type: Number, nullable: true, description: '1 to 3; null = unmet' })
  served!: number | null;
  @ApiProperty({ type: String, nullable: true }) communeName!: string | null;
  @ApiProperty({ type: Number, nullable: true }) distanceKm!: number | null;
}

class WishesResponse {
  @ApiProperty({ description: 'People who wished for nothing' }) silent!: number;
  @ApiProperty({ type: [WishFiguresResponse] }) figures!: WishFiguresResponse[];
  @ApiProperty({ type: WorstTenthResponse, description: 'The tenth that is served worst' })
  worst!: WorstTenthResponse;
  @ApiProperty({ type: [ServedPersonResponse] }) worstPeople!: ServedPersonResponse[];
  @ApiProperty({ type: [UsedParameterResponse] }) parameters!: UsedParameterResponse[];
}

@ApiTags('reports')
@Controller()
export class WishesController {
  constructor(
    private readonly wishes: WishesService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('wishes')
  @Needs('scenario.read')
  @ApiOperation({ summary: 'How a run serves wishes: first, top three, the worst tenth' })
  @ApiOkResponse({ type: WishesResponse })
  async of(@Query() { run }: ReportQuery): Promise<WishesResponse> {
    return response(await this.wishes.of(this.actor.current(), run));
  }

  @Heavy()
  @Post('reports/wishes.xlsx')
  @Needs('report.export')
  @HttpCode(200)
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'The same as a workbook' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Query() { run }: ReportQuery,
    @Body() { purpose }: ReportBody,
  ): Promise<StreamableFile> {
    return download(await this.wishes.file(this.actor.current(), run, purpose));
  }
}

function response({ silent, figures, worst, worstPeople, names, parameters }: Wishes) {
  const nameOf = (code: string): string => names.communeOf(code)?.name ?? code;
  const personOf = (person: ServedPerson): ServedPersonResponse => ({
    ...{ staffId: person.staffId, fullName: person.fullName, kind: person.wish.kind },
    communes: person.wish.communeCodes.map(nameOf),
    ...{ outcome: person.outcome, served: person.served, distanceKm: person.distanceKm },
    communeName: person.rootCode === null ? null : nameOf(person.rootCode),
  });
  return {
    ...{ silent, worst, parameters: [...parameters] },
    figures: [...figures],
    worstPeople: worstPeople.map(personOf),
  };
}
