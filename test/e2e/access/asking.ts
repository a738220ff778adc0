import { request } from 'node:http';
import type { Client } from '../client.js';
import { EXPECTED } from './expected.js';
import type { Route } from './routes.js';
import { LOGINS, type SmallProgram } from './small-program.js';

/** The first account that the table lets through. */
export function clientFor({ as }: SmallProgram, { name }: Route): Client {
  const lets = EXPECTED.get(name)!.lets;
  return as[LOGINS.find((login) => lets[login])!];
}

/** Does work for each item, four at a time, as a page would; answers in the order of the items. */
export async function inFours<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = [];
  const next = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of next) answers[at] = await work(item);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return answers;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/**
 * A request that no browser would send: its path as it is written, and a body that may stop before the length that was
 * announced.
 */
export function rawRequest(
  url: string,
  {
    method,
    path,
    headers = {},
    body = '',
  }: {
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  },
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const length = body === '' ? {} : { 'transfer-encoding': 'chunked' };
    const given = { ...length, ...headers };
    const asked = request({ hostname, port, method, path, headers: given, agent: false });
    asked.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        asked.destroy();
      });
    });
    asked.once('error', reject);
    if (!('content-length' in headers)) asked.end(body);
    else asked.flushHeaders();
  });
}
