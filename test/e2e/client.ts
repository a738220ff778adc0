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

/** The password of every account of the demo; it stands on the sign-in page. */
export const DEMO_PASSWORD = 'ban-do-minh-hoa-2025';

/** What the program tells of a sign-in. */
export interface SignedIn {
  readonly signedIn: boolean;
  readonly stage: string;
  readonly csrfToken: string | null;
  readonly permissions: readonly string[];
  readonly account: { readonly login: string; readonly role: string } | null;
}

/** Asks the program as its page does: signs in with an account of the demo before the first question. */
export class Client {
  private signingIn: Promise<unknown> | null = null;
  private cookie = '';
  private csrf = '';

  /** @param login null = a stranger. */
  constructor(
    private readonly url: string,
    private readonly login: string | null = 'canbo',
    private readonly password = DEMO_PASSWORD,
  ) {}

  /** @throws when the answer is no success. */
  async get<T>(path: string): Promise<T> {
    const answer = await this.ask<T>('GET', path);
    if (answer.status !== 200)
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    return this.request<T>(path, { method, ...(body === undefined ? {} : jsonOf(body)) });
  }

  /** Any request, signed in. */
  async request<T>(path: string, init: RequestInit = {}): Promise<Answer<T>> {
    return answerOf<T>(await this.send(path, init));
  }

  /** What came, as it came. */
  response(path: string, body?: unknown): Promise<Response> {
    return this.send(path, body === undefined ? {} : { method: 'POST', ...jsonOf(body) });
  }

  /** @param body of a POST; absent = a GET. */
  async bytes(
    path: string,
    body?: unknown,
  ): Promise<{ readonly headers: Headers; readonly bytes: Buffer }> {
    const response = await this.response(path, body);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  /** Sends workbooks as the page's form does. */
  async upload<T>(
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    {
      sender = 'UBND xã thử',
      ...given
    }: { readonly sender?: string; readonly asOf: string; readonly kind?: string },
  ): Promise<Answer<T>> {
    const form = new FormData();
    form.set('sender', sender);
    for (const [name, text] of Object.entries(given)) form.set(name, text);
    for (const { name, bytes } of files)
      form.append('files', new Blob([new Uint8Array(bytes)]), name);
    return this.request<T>('/api/imports', { method: 'POST', body: form });
  }

  /** A step of the sign-in; keeps the cookie and the token that come with it. */
  async sign(path: string, body: unknown, method = 'POST'): Promise<Answer<SignedIn>> {
    const answer = await answerOf<SignedIn>(
      await this.fetched(path, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
    this.csrf = answer.body.csrfToken ?? this.csrf;
    return answer;
  }

  /** Signs in again before the next question. */
  forget(): void {
    this.signingIn = null;
  }

  /** As any request, headers too, but never signing in first. */
  async fetched(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie !== '') headers.set('cookie', this.cookie);
    if (this.csrf !== '' && !headers.has('x-csrf-token')) headers.set('x-csrf-token', this.csrf);
    const response = await fetch(this.url + path, { ...init, headers, redirect: 'manual' });
    const cookie = response.headers.getSetCookie().find((each) => /bo_tri_session=/.test(each));
    if (cookie !== undefined) this.cookie = cookie.split(';')[0] ?? '';
    return response;
  }

  /** The headers by which a request is this client's. */
  async credentials(): Promise<Record<string, string>> {
    if (this.login !== null) await (this.signingIn ??= this.signIn(this.login));
    return { cookie: this.cookie, 'x-csrf-token': this.csrf };
  }

  private async send(path: string, init: RequestInit = {}): Promise<Response> {
    await this.credentials();
    return this.fetched(path, init);
  }

  /** @throws unless the session is complete: what follows would only say 401. */
  private async signIn(login: string): Promise<void> {
    const { status, body } = await this.sign('/api/session', { login, password: this.password });
    if (!body.signedIn) throw new Error(`${login}: ${status} ${JSON.stringify(body)}`);
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

function jsonOf(body: unknown): Pick<RequestInit, 'headers' | 'body'> {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
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
