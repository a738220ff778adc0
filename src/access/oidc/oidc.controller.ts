import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiFoundResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import type { CookieOptions, Request, Response } from 'express';
import { AppError } from '../../shared/errors.js';
import { CurrentActor } from '../current-actor.js';
import { Needs } from '../needs.js';
import { readCookie, readSessionCookie, writeSessionCookie } from '../session/cookie.js';
import { Devices } from '../session/devices.js';
import { keyOf } from '../session/session.js';
import { SessionService } from '../session/session.service.js';
import { OidcClient } from './oidc-client.js';
import { FLOW_MINUTES } from './oidc-flows.js';

const PATH = '/api/session/oidc';

class OidcBegunResponse {
  @ApiProperty({ description: 'Where to send the browser' }) url!: string;
}

/** Signing in by the province's own identity provider; accounts are never made by it. */
@ApiTags('session')
@Controller('session/oidc')
@Needs('public')
export class OidcController {
  constructor(
    private readonly oidc: OidcClient,
    private readonly sessions: SessionService,
    private readonly devices: Devices,
    private readonly actor: CurrentActor,
  ) {}

  /** Not by a link: a browser says of every POST where it comes from, and the door lets no other site begin a sign-in. */
  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Begin with the sign-in of the province' })
  @ApiOkResponse({ type: OidcBegunResponse })
  @ApiNotFoundResponse({ description: 'There is none' })
  async begin(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OidcBegunResponse> {
    const former = readSessionCookie(request);
    const { url, key } = await this.oidc.begin(
      this.originOf(request),
      former === null ? null : keyOf(former),
    );
    response.cookie(nameOf(request), key, {
      ...optionsOf(request),
      maxAge: FLOW_MINUTES * 60_000,
    });
    return { url };
  }

  @Get('callback')
  @ApiOperation({ summary: 'Come back from the sign-in of the province' })
  @ApiFoundResponse({ description: 'To the page; `?sign-in=failed&code=…` where it failed' })
  @ApiNotFoundResponse({ description: 'There is none' })
  async finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    this.oidc.settings();
    const key = readCookie(request, nameOf(request));
    response.clearCookie(nameOf(request), optionsOf(request));
    await orBack(response, async () => {
      const back = new URL(request.originalUrl, this.originOf(request));
      const { subject, former } = await this.oidc.finish(back, key);
      const caller = this.actor.caller();
      const { token, session } = await this.sessions.signInAs(caller, subject);
      if (former !== null) await this.sessions.forget(caller, former);
      writeSessionCookie(request, response, token);
      if (session.stage === 'full') this.devices.remember(request, response, session.login);
      response.redirect('/');
    });
  }

  private originOf(request: Request): string {
    return this.oidc.origin(`${request.protocol}://${request.host}`);
  }
}

/** Somebody who is sent around sees a page, not a problem document. */
async function orBack(response: Response, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    response.redirect(`/?sign-in=failed&code=${encodeURIComponent(error.code)}`);
  }
}

/** The prefix `__Host-` wants the path `/`; this cookie is of no use but here. */
const nameOf = (request: Request): string =>
  request.secure ? '__Secure-bo_tri_oidc' : 'bo_tri_oidc';

/** Lax: the browser comes back from another site. */
function optionsOf({ secure }: Request): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure, path: PATH };
}
