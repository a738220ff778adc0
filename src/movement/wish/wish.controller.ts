import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../access/current-actor.js';
import { Needs } from '../../access/needs.js';
import { IdPipe } from '../../shared/id.pipe.js';
import { FAMILY_FIELDS } from './wish-record.js';
import { PersonWishBody } from './wish.bodies.js';
import { PersonWishesResponse, WishRecordResponse } from './wish.responses.js';
import { WishService } from './wish.service.js';

/** Whoever may bring a wish by a roster may record it on the page too. */
@ApiTags('movement')
@Controller()
@Needs('roster.import')
export class WishController {
  constructor(
    private readonly wishes: WishService,
    private readonly actor: CurrentActor,
  ) {}

  @Get('people/:id/wishes')
  @ApiOperation({ summary: 'Wishes of a person recorded on the page, and the communes to name' })
  @ApiOkResponse({ type: PersonWishesResponse })
  list(@Param('id', IdPipe) id: number): Promise<PersonWishesResponse> {
    return this.wishes.list(this.actor.current(), id);
  }

  @Post('people/:id/wishes')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record what a person wishes; it replaces the wish before' })
  @ApiOkResponse({ type: WishRecordResponse })
  record(
    @Param('id', IdPipe) staffId: number,
    @Body() body: PersonWishBody,
  ): Promise<WishRecordResponse> {
    const { kind, communes = [], givenOn, reason } = body;
    const family = Object.fromEntries(
      FAMILY_FIELDS.flatMap((field) => (body[field] === undefined ? [] : [[field, body[field]]])),
    );
    const wanted = { staffId, kind, communes, givenOn, reason, family };
    return this.wishes.record(this.actor.current(), wanted);
  }

  @Delete('wish-records/:id')
  @ApiOperation({ summary: 'Take a recorded wish back: the one before counts again' })
  @ApiOkResponse({ type: WishRecordResponse })
  takeBack(@Param('id', IdPipe) id: number): Promise<WishRecordResponse> {
    return this.wishes.takeBack(this.actor.current(), id);
  }
}
