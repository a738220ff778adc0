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
  if (!(error instanceof Error)) return withoutNumbers(String(error));
  const { code } = error as Error & DriverError;
  if (typeof code === 'string' && SQLSTATE.test(code)) return databaseError(error);
  return withoutNumbers(error.stack ?? error.message);
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

/** The places in the code, without the message above them: it may have several lines. */
function framesOf(error: Error): string[] {
  return (error.stack ?? '').split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
}
