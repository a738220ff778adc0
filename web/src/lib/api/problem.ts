import type { Permission } from './shapes.js';

/** A refusal of the API (`application/problem+json`). `detail` is meant for people and shown as it is. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail || title);
    this.name = 'Problem';
  }

  /** When to come back, for a refusal of too many calls; null where it is not said. */
  get retryAfterSeconds(): number | null {
    const seconds = this.details['retryAfterSeconds'];
    return typeof seconds === 'number' ? seconds : null;
  }

  /** The permission that was missing; null where that was not the reason. */
  get permission(): Permission | null {
    const permission = this.details['permission'];
    return this.status === 403 && typeof permission === 'string'
      ? (permission as Permission)
      : null;
  }
}

/** @param status 0 where no answer came at all. */
export function problemOf(status: number, body: unknown): Problem {
  const document = isRecord(body) ? body : {};
  const details = document['details'];
  return new Problem(
    status,
    textOf(document['code']),
    textOf(document['title']),
    textOf(document['detail']),
    isRecord(details) ? details : {},
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
