import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Injectable,
  Post,
  Put,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../current-actor.js';
import { Needs } from '../needs.js';
import { currentVisit } from '../visit.js';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './cookie.js';
import { Devices } from './devices.js';
import { keyOf, type OpenedSession } from './session.js';
import {
  CodeBody,
  PasswordBody,
  SecondFactorBody,
  SecondFactorResponse,
  SessionResponse,
  SignInBody,
} from './session.responses.js';
import { SessionService } from './session.service.js';
import { SessionView } from './session.view.js';
import { SignInSteps } from './sign-in-steps.js';

/** The services of the sign-in. */
@Injectable()
export class SignIn {
  constructor(
    readonly sessions: SessionService,
    readonly steps: SignInSteps,
    readonly view: SessionView,
    readonly devices: Devices,
  ) {}
}

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly actor: CurrentActor,
  ) {}

  @Get()
  @Needs('public')
  @ApiOperation({ summary: 'Who is signed in, and what they may do' })
  @ApiOkResponse({ type: SessionResponse })
  get(): Promise<SessionResponse> {
    return this.signIn.view.of(currentVisit()?.session ?? null);
  }

  @Post()
  @HttpCode(200)
  @Needs('public')
  @ApiOperation({ summary: 'Sign in' })
  @ApiOkResponse({ type: SessionResponse })
  async open(
    @Body() { login, password }: SignInBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionResponse> {
    const caller = this.actor.caller();
    const opened = await this.signIn.sessions.signIn(caller, login.trim().toLowerCase(), password);
    const former = readSessionCookie(request);
    if (former !== null) await this.signIn.sessions.forget(caller, keyOf(former));
    return this.handOver(opened, request, response);
  }

  @Post('second-factor')
  @HttpCode(200)
  @Needs('sign-in')
  @ApiOperation({ summary: 'The code of the second factor' })
  @ApiOkResponse({ type: SessionResponse })
  async secondFactor(
    @Body() { code }: CodeBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionResponse> {
    const { steps } = this.signIn;
    const opened = await steps.secondFactor(this.actor.caller(), this.actor.session(), code);
    return this.handOver(opened, request, response);
  }

  @Post('password')
  @HttpCode(200)
  @Needs('sign-in')
  @ApiOperation({ summary: 'A new password of one’s own; ends all other sessions' })
  @ApiOkResponse({ type: SessionResponse })
  async password(
    @Body() { current, password }: PasswordBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionResponse> {
    const change = { current, password };
    const { steps } = this.signIn;
    const opened = await steps.changePassword(this.actor.caller(), this.actor.session(), change);
    return this.handOver(opened, request, response);
  }

  @Post('totp')
  @Needs('sign-in')
  @ApiOperation({ summary: 'Begin with a second factor: its secret, told once' })
  @ApiCreatedResponse({ type: SecondFactorResponse })
  beginSecondFactor(
    @Body() { password = '' }: SecondFactorBody = {},
  ): Promise<SecondFactorResponse> {
    const { steps } = this.signIn;
    return steps.beginSecondFactor(this.actor.caller(), this.actor.session(), password);
  }

  @Put('totp')
  @Needs('sign-in')
  @ApiOperation({ summary: 'Confirm the second factor by its first code' })
  @ApiOkResponse({ type: SessionResponse })
  async confirmSecondFactor(
    @Body() { code }: CodeBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionResponse> {
    const { steps } = this.signIn;
    const opened = await steps.confirmSecondFactor(this.actor.caller(), this.actor.session(), code);
    return this.handOver(opened, request, response);
  }

  @Delete()
  @HttpCode(204)
  @Needs('sign-in')
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  async close(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.signIn.sessions.signOut(this.actor.caller(), this.actor.session().key);
    clearSessionCookie(request, response);
  }

  @Delete('all')
  @HttpCode(204)
  @Needs('session')
  @ApiOperation({ summary: 'Sign out everywhere' })
  @ApiNoContentResponse()
  async closeAll(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.signIn.sessions.signOutEverywhere(this.actor.caller(), this.actor.session().key);
    clearSessionCookie(request, response);
  }

  private handOver(
    { token, session }: OpenedSession,
    request: Request,
    response: Response,
  ): Promise<SessionResponse> {
    writeSessionCookie(request, response, token);
    if (session.stage === 'full') this.signIn.devices.remember(request, response, session.login);
    return this.signIn.view.of(session);
  }
}
