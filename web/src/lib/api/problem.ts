/** A refusal of the API (`application/problem+json`). `detail` is meant for people and shown as it is. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
  ) {
    super(detail || title);
    this.name = 'Problem';
  }
}

/** @param status 0 where no answer came at all. */
export function problemOf(status: number, body: unknown): Problem {
  const document = isRecord(body) ? body : {};
  return new Problem(
    status,
    textOf(document['code']),
    textOf(document['title']),
    textOf(document['detail']),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
