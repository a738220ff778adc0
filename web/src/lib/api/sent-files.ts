import { fetchApi } from './door.js';
import { problemOf } from './problem.js';

/** Sends a form with files. @throws {Problem} as `answerOf` */
export async function sendForm<T>(path: string, body: FormData): Promise<T> {
  const response = await fetchApi(path, { method: 'POST', body }).catch((cause: unknown) => {
    throw problemOf(0, cause);
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response.status, answer);
  return answer as T;
}
