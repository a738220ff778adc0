import { withoutNumbers } from './masking.js';

/** What a database driver's error carries besides its message. */
interface DriverError {
  readonly code?: unknown;
  readonly table?: unknown;
  readonly column?: unknown;
  readonly constraint?: unknown;
  readonly driverError?: unknown;
}

/** Five signs, at least one a digit: `EPIPE` is the system's. */
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/;

/**
 * An unexpected error for the log: where it happened, and of a database's error only its code and the names of table, column
 * and constraint. Its message, detail and parameters may hold what stood in a row.
 */
export function logText(error: unknown): string {
  if (!(error instanceof Error)) return inOneLine(withoutNumbers(String(error)));
  const { code } = error as Error & DriverError;
  if (typeof code === 'string' && SQLSTATE.test(code)) return databaseError(error);
  const message = inOneLine(withoutNumbers(error.message));
  return [`${error.name}: ${message}`, ...framesOf(error)].join('\n');
}

function databaseError(error: Error & DriverError): string {
  const { code, table, column, constraint } = { ...error, ...driverOf(error) };
  const named = Object.entries({ table, column, constraint })
    .filter(([, name]) => typeof name === 'string')
    .map(([what, name]) => ` ${what} ${String(name)}`);
  return [`${error.name} ${String(code)}${named.join('')}`, ...framesOf(error)].join('\n');
}

function driverOf({ driverError }: DriverError): DriverError {
  return typeof driverError === 'object' && driverError !== null ? { ...driverError } : {};
}

/** Line breaks and other signs that steer a terminal as they are written in code: nobody's words begin a line of the log. */
function inOneLine(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The places in the code, without the message above them, which may look like one. */
function framesOf({ stack = '', message }: Error): string[] {
  const places = stack.slice(stack.indexOf(message) + message.length);
  return places.split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
}
