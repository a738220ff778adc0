import { queryOptions } from '@tanstack/react-query';

import { problemOf } from './problem.js';

/** Parts whose code did not come. A browser may keep that answer for as long as the page stands. */
const missed = new Set<string>();

/** The code of a part of the page. @throws {Problem} of a lost connection where it does not come. */
export const codeQuery = <T>(name: string, load: () => Promise<T>) =>
  queryOptions({
    queryKey: ['code', name],
    queryFn: () => codeOf(name, load),
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
  });

async function codeOf<T>(name: string, load: () => Promise<T>): Promise<{ readonly part: T }> {
  try {
    if (missed.has(name)) await pageAnew();
    return { part: await load() };
  } catch (cause) {
    missed.add(name);
    throw problemOf(0, cause);
  }
}

/** Loads the page again, at its address, once the server answers. */
async function pageAnew(): Promise<void> {
  await fetch('/favicon.svg', { cache: 'no-store' });
  location.reload();
  await new Promise(() => {});
}
