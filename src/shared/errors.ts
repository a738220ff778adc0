export type FailureKind =
  | 'not-found'
  | 'conflict'
  | 'rule-broken'
  | 'bad-input'
  | 'unauthenticated'
  | 'forbidden'
  | 'too-many'
  | 'misdirected'
  | 'busy';

/** Base of every error we throw on purpose. `code` is stable and dotted; `message` may be reworded. */
export abstract class AppError extends Error {
  abstract readonly kind: FailureKind;

  constructor(
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** What was asked for is not there. */
export class NotFound extends AppError {
  readonly kind = 'not-found';
}

/** The state of things does not allow it now: somebody was quicker, or something stands on it. */
export class Conflict extends AppError {
  readonly kind = 'conflict';
}

/** A rule of law or of the product forbids it. */
export class RuleBroken extends AppError {
  readonly kind = 'rule-broken';
}

/** What was sent cannot be read or does not make sense. */
export class BadInput extends AppError {
  readonly kind = 'bad-input';
}

/** Nobody has signed in, or the session has ended. */
export class Unauthenticated extends AppError {
  readonly kind = 'unauthenticated';
}

/** Somebody has signed in who may not do this. */
export class Forbidden extends AppError {
  readonly kind = 'forbidden';
}

/** More than the program lets one caller do in a while. `details.retryAfterSeconds` says when to come back. */
export class TooMany extends AppError {
  readonly kind = 'too-many';
}

/** The request was sent to a name or by a way that this program does not answer. */
export class Misdirected extends AppError {
  readonly kind = 'misdirected';
}

/** Too much is in work already. `details.retryAfterSeconds` says when to come back. */
export class Busy extends AppError {
  readonly kind = 'busy';
}
