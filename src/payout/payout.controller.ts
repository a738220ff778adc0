import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../access/current-actor.js';
import { Needs } from '../access/needs.js';
import { sourceOf } from '../gap/gap-source.js';
import { PayoutPageQuery } from './payout.queries.js';
import { PayoutsResponse } from './payout.responses.js';
import { PayoutService } from './payout.service.js';

@ApiTags('payouts')
@Controller('payouts')
@Needs('payout.read')
export class PayoutController {
  constructor(
    private readonly payouts: PayoutService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What leaving would be paid, person by person; indicative only' })
  @ApiOkResponse({ type: PayoutsResponse })
  list(@Query() query: PayoutPageQuery): Promise<PayoutsResponse> {
    const { leavingOn, appendix, who, block, commune, listed } = query;
    const asked = { source: sourceOf(query), leavingOn, appendix, who, block, commune };
    return this.payouts.list(this.actor.current(), asked, query, listed);
  }
}
