import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
/** A clock may be off by so many steps. RFC 6238, 5.2. */
const WINDOW = 1;

function totpOf(secret: string, login: string): TOTP {
  const issuer = 'Bố Trí';
  return new TOTP({
    issuer,
    label: login,
    secret: Secret.fromBase32(secret),
    period: PERIOD_SECONDS,
  });
}

/** A new secret of 160 bits and the address that an authenticator's camera reads; nothing leaves the machine. */
export function newSecondFactor(login: string): { readonly secret: string; readonly uri: string } {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, uri: totpOf(secret, login).toString() };
}

/** @returns the time step that the code belongs to, so that it is used once only; null = a wrong code. */
export function stepOfCode(secret: string, code: string, now = Date.now()): number | null {
  const delta = totpOf(secret, '').validate({ token: code, window: WINDOW, timestamp: now });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_SECONDS) + delta;
}
