import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AuditKey } from '../audit-key.js';
import { readDeviceCookie, writeDeviceCookie } from './cookie.js';
import { newToken } from './session.js';

/** Whose failures are counted together. */
export interface Guesser {
  readonly login: string;
  /** A browser in which this login has signed in before; empty = all others together. */
  readonly device: string;
}

/**
 * Browsers in which somebody has signed in before. Whoever guesses elsewhere locks a login there only: the person's own
 * browser has a count of its own. The cookie opens nothing, it only says by whose count a failure goes.
 *
 * @source OWASP, Slow Down Online Guessing Attacks with Device Cookies; docs/decisions/0018
 */
@Injectable()
export class Devices {
  constructor(private readonly key: AuditKey) {}

  /** @param cookie what the browser sent; null = nothing. */
  guesser(login: string, cookie: string | null): Guesser {
    const [device = '', mac = ''] = (cookie ?? '').split('.');
    const given = Buffer.from(mac);
    const right = Buffer.from(this.macOf(login, device));
    const isOwn = given.length === right.length && timingSafeEqual(given, right);
    return { login, device: isOwn ? device : '' };
  }

  /** A cookie for a browser in which the login has just signed in. */
  issue(login: string): string {
    const device = newToken();
    return `${device}.${this.macOf(login, device)}`;
  }

  /** Gives the browser its cookie, unless it has one of this login. */
  remember(request: Request, response: Response, login: string): void {
    if (this.guesser(login, readDeviceCookie(request)).device !== '') return;
    writeDeviceCookie(request, response, this.issue(login));
  }

  private macOf(login: string, device: string): string {
    return this.key.mac('device', `${login}\n${device}`);
  }
}
