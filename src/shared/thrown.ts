import {
  AppError,
  BadInput,
  Busy,
  Conflict,
  Forbidden,
  Misdirected,
  NotFound,
  RuleBroken,
  TooMany,
  Unauthenticated,
  type FailureKind,
} from './errors.js';

/** An error on its way from one thread to another: the clone of an error loses its class and code. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  /** Where it was thrown, in the other thread. */
  readonly stack: string | null;
  /** null = a bug. */
  readonly refusal: {
    readonly kind: FailureKind;
    readonly code: string;
    readonly details: Readonly<Record<string, unknown>>;
  } | null;
}

type RefusalClass = new (
  code: string,
  message: string,
  details: Readonly<Record<string, unknown>>,
) => AppError;

/** A new kind will not compile without a row. */
const CLASSES: Readonly<Record<FailureKind, RefusalClass>> = {
  'not-found': NotFound,
  conflict: Conflict,
  'rule-broken': RuleBroken,
  'bad-input': BadInput,
  unauthenticated: Unauthenticated,
  forbidden: Forbidden,
  'too-many': TooMany,
  misdirected: Misdirected,
  busy: Busy,
};

/** Whatever was thrown, as plain data. */
export function thrownOf(error: unknown): Thrown {
  if (!(error instanceof Error))
    return { name: 'Error', message: String(error), stack: null, refusal: null };
  const { name, message, stack = null } = error;
  if (!(error instanceof AppError)) return { name, message, stack, refusal: null };
  const { kind, code, details } = error;
  return { name, message, stack, refusal: { kind, code, details } };
}

/** The error again, of its own class where it is one of ours, with the stack of the thread that threw it. */
export function errorOf({ name, message, stack, refusal }: Thrown): Error {
  const error =
    refusal === null
      ? new Error(message)
      : new CLASSES[refusal.kind](refusal.code, message, refusal.details);
  error.name = name;
  if (stack !== null) error.stack = stack;
  return error;
}
