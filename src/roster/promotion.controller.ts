import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Heavy } from '../access/front/heavy.interceptor.js';
import { Needs } from '../access/needs.js';
import { IdPipe } from '../shared/id.pipe.js';
import { PromotionService } from './promotion.service.js';
import { PreviewQuery, PromotionBody } from './roster.queries.js';
import { BatchResponse, PreviewResponse } from './roster.responses.js';

/** A batch becoming the registry, and taken back. */
@ApiTags('roster')
@Controller('imports/:id')
@Needs('roster.import')
export class PromotionController {
  constructor(
    private readonly promotion: PromotionService,
    private readonly actor: CurrentActor,
  ) {}

  @Heavy()
  @Get('preview')
  @ApiOperation({ summary: 'Everything that promotion would change, and who is missing' })
  @ApiOkResponse({ type: PreviewResponse })
  preview(
    @Param('id', IdPipe) id: number,
    @Query() { state, offset, limit }: PreviewQuery,
  ): Promise<PreviewResponse> {
    const asked = { batchId: id, state: state ?? null, offset, limit };
    return this.promotion.previewPage(this.actor.current(), asked);
  }

  @Heavy()
  @Post('promotion')
  @ApiOperation({ summary: 'Write a batch to the registry, all rows or none' })
  @ApiBody({ type: PromotionBody, required: false })
  @ApiCreatedResponse({ type: BatchResponse })
  promote(@Param('id', IdPipe) id: number, @Body() body?: PromotionBody): Promise<BatchResponse> {
    return this.promotion.promote(this.actor.current(), id, body?.preview);
  }

  @Heavy()
  @Delete('promotion')
  @ApiOperation({ summary: 'Give back exactly what stood in the registry before the promotion' })
  @ApiOkResponse({ type: BatchResponse })
  undo(@Param('id', IdPipe) id: number): Promise<BatchResponse> {
    return this.promotion.undo(this.actor.current(), id);
  }
}
