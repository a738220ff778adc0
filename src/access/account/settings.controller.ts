import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../current-actor.js';
import { Needs } from '../needs.js';
import { AccessSettingsBody, AccessSettingsResponse } from './account.responses.js';
import { SettingsService } from './settings.service.js';

@ApiTags('access')
@Controller('access/settings')
@Needs('account.manage')
export class SettingsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What the administrator has decided for everybody' })
  @ApiOkResponse({ type: AccessSettingsResponse })
  get(): Promise<AccessSettingsResponse> {
    return this.settings.get(this.actor.current());
  }

  @Put()
  @ApiOperation({
    summary: 'Require a second factor of these roles, from their next sign-in',
  })
  @ApiOkResponse({ type: AccessSettingsResponse })
  put(@Body() { secondFactorRoles }: AccessSettingsBody): Promise<AccessSettingsResponse> {
    return this.settings.requireSecondFactor(this.actor.current(), secondFactorRoles);
  }
}
