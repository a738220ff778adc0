import { once } from 'node:events';
import { type IncomingHttpHeaders, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { text } from 'node:stream/consumers';

/** What a program answered, headers as they came. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface RawRequest {
  readonly method?: string;
  /** Also those that `fetch` does not let one choose, such as Host. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string;
  /** Any certificate is good enough. */
  readonly tls?: boolean;
}

/** One request over a connection of its own to a port of this machine; redirects are not followed. */
export async function askRaw(
  port: number,
  path: string,
  { method = 'GET', headers = {}, json, body, tls = false }: RawRequest = {},
): Promise<RawAnswer> {
  const sent = json === undefined ? body : JSON.stringify(json);
  const type = json === undefined ? {} : { 'content-type': 'application/json' };
  const length = sent === undefined ? {} : { 'content-length': String(Buffer.byteLength(sent)) };
  const options = { host: '127.0.0.1', port, path, method, agent: false as const };
  const all = { ...options, headers: { ...type, ...length, ...headers } };
  const asked = tls ? secure({ ...all, rejectUnauthorized: false }) : plain(all);
  asked.end(sent);
  const [answer] = (await once(asked, 'response')) as [import('node:http').IncomingMessage];
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    text: await text(answer),
  };
}
