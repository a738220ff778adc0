import { Body, Controller, Delete, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../../shared/id.pipe.js';
import { CurrentActor } from '../current-actor.js';
import { Needs } from '../needs.js';
import type { ScopeSpan } from './account.js';
import {
  AccountChangesBody,
  AccountResponse,
  IssuedPasswordResponse,
  NewAccountBody,
  type ScopeBody,
  ScopesBody,
} from './account.responses.js';
import { AccountService } from './account.service.js';

@ApiTags('access')
@Controller('accounts')
@Needs('account.manage')
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All accounts, disabled ones too' })
  @ApiOkResponse({ type: [AccountResponse] })
  list(): Promise<AccountResponse[]> {
    return this.accounts.list(this.actor.current());
  }

  @Post()
  @ApiOperation({ summary: 'A new account; its one-time password is told once' })
  @ApiCreatedResponse({ type: IssuedPasswordResponse })
  create(@Body() body: NewAccountBody): Promise<IssuedPasswordResponse> {
    return this.accounts.create(this.actor.current(), {
      login: body.login,
      name: body.name,
      role: body.role,
      block: body.block ?? null,
      closedScope: body.closedScope ?? false,
      scope: body.scope.map(spanOf),
    });
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change name, role or block; disable or enable' })
  @ApiOkResponse({ type: AccountResponse })
  change(
    @Param('id', IdPipe) id: number,
    @Body() body: AccountChangesBody,
  ): Promise<AccountResponse> {
    return this.accounts.change(this.actor.current(), id, body);
  }

  @Put(':id/scope')
  @ApiOperation({ summary: 'The units that a manager or leader works for' })
  @ApiOkResponse({ type: AccountResponse })
  setScope(
    @Param('id', IdPipe) id: number,
    @Body() { scope }: ScopesBody,
  ): Promise<AccountResponse> {
    return this.accounts.setScope(this.actor.current(), id, scope.map(spanOf));
  }

  @Post(':id/password')
  @ApiOperation({ summary: 'A new one-time password, told once; ends all sessions of the account' })
  @ApiCreatedResponse({ type: IssuedPasswordResponse })
  resetPassword(@Param('id', IdPipe) id: number): Promise<IssuedPasswordResponse> {
    return this.accounts.resetPassword(this.actor.current(), id);
  }

  @Delete(':id/second-factor')
  @ApiOperation({ summary: 'Take the second factor away, for a lost phone' })
  @ApiOkResponse({ type: AccountResponse })
  removeSecondFactor(@Param('id', IdPipe) id: number): Promise<AccountResponse> {
    return this.accounts.removeSecondFactor(this.actor.current(), id);
  }

  @Delete(':id/sessions')
  @ApiOperation({ summary: 'End all sessions of an account' })
  @ApiOkResponse({ type: AccountResponse })
  endSessions(@Param('id', IdPipe) id: number): Promise<AccountResponse> {
    return this.accounts.endSessions(this.actor.current(), id);
  }
}

function spanOf({ unitCode, startsOn, endsOn = null }: ScopeBody): ScopeSpan {
  return { unitCode, startsOn, endsOn };
}
