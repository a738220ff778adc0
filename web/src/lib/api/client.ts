import createClient from 'openapi-fetch';

import { fetchApi } from './door.js';
import { problemOf, type Problem } from './problem.js';
import type { paths } from '../api.gen.js';

export const api = createClient<paths>({ baseUrl: '/', fetch: fetchApi });

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * What the API answered.
 *
 * @throws {Problem} for every refusal, with the words of the API; for a lost connection too.
 */
export async function answerOf<T>(call: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await call.catch(lostConnection);
  if (!response.ok || data === undefined) throw problemOf(response.status, error);
  return data;
}

/** For an answer without a body. @throws {Problem} as `answerOf` */
export async function doneOf(call: Promise<Answered<unknown>>): Promise<void> {
  const { error, response } = await call.catch(lostConnection);
  if (!response.ok) throw problemOf(response.status, error);
}

function lostConnection(cause: unknown): never {
  throw problemOf(0, cause);
}

export type { Problem };
