import type { CookieOptions, Request, Response } from 'express';
import { ABSOLUTE_HOURS } from './session.js';

/** Over TLS the name itself forbids other paths and domains (RFC 6265bis, cookie prefixes). */
const SECURE_NAME = '__Host-bo_tri_session';
const PLAIN_NAME = 'bo_tri_session';

function optionsOf(secure: boolean): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', secure, path: '/' };
}

const nameOf = (request: Request): string => (request.secure ? SECURE_NAME : PLAIN_NAME);

/** @returns null where there is none, or what stands there is no token of ours. */
export function readSessionCookie(request: Request): string | null {
  return readCookie(request, nameOf(request));
}

const DEVICE_NAME = 'bo_tri_device';
const DEVICE_DAYS = 180;

const deviceNameOf = (request: Request): string =>
  request.secure ? `__Host-${DEVICE_NAME}` : DEVICE_NAME;

/** @returns null where there is none, or what stands there cannot be one. */
export function readDeviceCookie(request: Request): string | null {
  return readCookie(request, deviceNameOf(request), /^[\w-]{43}\.[0-9a-f]{64}$/);
}

export function writeDeviceCookie(request: Request, response: Response, value: string): void {
  const maxAge = DEVICE_DAYS * 86_400_000;
  response.cookie(deviceNameOf(request), value, { ...optionsOf(request.secure), maxAge });
}

/** @returns null where there is none, or what stands there is no token of ours. */
export function readCookie(request: Request, name: string, form = /^[\w-]{43}$/): string | null {
  const start = `${name}=`;
  const found = (request.get('cookie') ?? '').split(/;\s*/).find((each) => each.startsWith(start));
  const token = found?.slice(start.length) ?? '';
  return form.test(token) ? token : null;
}

export function writeSessionCookie(request: Request, response: Response, token: string): void {
  const maxAge = ABSOLUTE_HOURS * 3_600_000;
  response.cookie(nameOf(request), token, { ...optionsOf(request.secure), maxAge });
}

export function clearSessionCookie(request: Request, response: Response): void {
  response.clearCookie(nameOf(request), optionsOf(request.secure));
}
