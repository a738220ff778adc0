import { expect } from '@jest/globals';

/** What the program answered. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** A refusal as RFC 9457 has it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Asks the program as its page does. */
export class Client {
  constructor(private readonly url: string) {}

  /** @throws when the answer is no success. */
  async get<T>(path: string): Promise<T> {
    const answer = await this.ask<T>('GET', path);
    if (answer.status !== 200)
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    return answerOf<T>(
      await fetch(this.url + path, {
        method,
        ...(body === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      }),
    );
  }

  async bytes(path: string): Promise<{ readonly headers: Headers; readonly bytes: Buffer }> {
    const response = await fetch(this.url + path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  /** Sends workbooks as the page's form does. */
  async upload<T>(
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    { sender = 'UBND xã thử', asOf }: { readonly sender?: string; readonly asOf: string },
  ): Promise<Answer<T>> {
    const form = new FormData();
    form.set('sender', sender);
    form.set('asOf', asOf);
    for (const { name, bytes } of files)
      form.append('files', new Blob([new Uint8Array(bytes)]), name);
    return answerOf<T>(await fetch(`${this.url}/api/imports`, { method: 'POST', body: form }));
  }

  /** The refusal to a request. @throws unless it is refused with this status as a clean problem document. */
  async refusal(status: number, method: string, path: string, body?: unknown): Promise<Problem> {
    return problemIn(status, await this.ask(method, path, body));
  }

  /** All items of a list that comes in pages. */
  async all<T>(path: string, pageSize = 1000): Promise<T[]> {
    const items: T[] = [];
    for (;;) {
      const page = await this.get<{ total: number; items: T[] }>(
        `${path}&offset=${items.length}&limit=${pageSize}`,
      );
      items.push(...page.items);
      if (items.length >= page.total || page.items.length === 0) return items;
    }
  }
}

/** Words that only the inside knows. */
const INSIDE =
  /node_modules|\bat \w+.*:\d+:\d+|QueryFailed|SELECT |INSERT |UPDATE |DELETE |constraint|TypeError|undefined/;

/** Holds an answer to the form of refusals: a problem document, in Vietnamese, telling nothing of the inside. */
export function problemIn(status: number, answer: Answer<unknown>): Problem {
  const problem = answer.body as Problem;
  expect({ status: answer.status, body: problem }).toMatchObject({ status, body: { status } });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(problem.code).toMatch(/^[a-z0-9]+([.-][a-z0-9]+)+$/);
  expect(problem.detail).toMatch(VIETNAMESE);
  expect(JSON.stringify(problem)).not.toMatch(INSIDE);
  return problem;
}

/** A letter that only Vietnamese has: no English sentence holds one. */
export const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text) as T,
  };
}
