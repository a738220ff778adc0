import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../current-actor.js';
import { Needs } from '../needs.js';
import { AccessSettingsBody, AccessSettingsResponse } from './account.responses.js';
import { AccountService } from './account.service.js';

@ApiTags('access')
@Controller('access/settings')
@Needs('account.manage')
export class SettingsController {
  constructor(
    private readonly accounts: AccountService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What the administrator has decided for everybody' })
  @ApiOkResponse({ type: AccessSettingsResponse })
  async get(): Promise<AccessSettingsResponse> {
    const actor = this.actor.current();
    return { secondFactorRequired: await this.accounts.secondFactorRequired(actor) };
  }

  @Put()
  @ApiOperation({
    summary: 'Require a second factor of officers and administrators, from their next sign-in',
  })
  @ApiOkResponse({ type: AccessSettingsResponse })
  async put(@Body() { secondFactorRequired }: AccessSettingsBody): Promise<AccessSettingsResponse> {
    await this.accounts.requireSecondFactor(this.actor.current(), secondFactorRequired);
    return { secondFactorRequired };
  }
}
