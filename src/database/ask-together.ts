import type { EntityManager } from 'typeorm';
import { isPipelined } from './data-source.js';

type Answers<T extends readonly (() => Promise<unknown>)[]> = {
  -readonly [K in keyof T]: Awaited<ReturnType<T[K]>>;
};

/**
 * Questions of one transaction none of which needs the answer to another: on a server they go in one message, without a
 * way there and back for each. The embedded engine is asked one after the other.
 */
export async function askTogether<const T extends readonly (() => Promise<unknown>)[]>(
  manager: EntityManager,
  questions: T,
): Promise<Answers<T>> {
  if (isPipelined(manager.dataSource))
    return (await Promise.all(questions.map((ask) => ask()))) as Answers<T>;
  const answers: unknown[] = [];
  for (const ask of questions) answers.push(await ask());
  return answers as Answers<T>;
}
