/**
 * Waits for two works that go on side by side, to the end of both: after a refusal nothing runs on behind it.
 *
 * @throws what the first failed with, else the second.
 */
export async function bothSettled<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}
