import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';

import { codeQuery } from '../lib/api/code.js';
import { Answered } from './states.js';

interface Options<P> {
  /** Lines that stand in its place while it is on its way. */
  readonly rows?: number;
  /** What is drawn around them, where the part itself is a dialog. */
  readonly frame?: ComponentType<P & { readonly children: ReactNode }>;
}

/**
 * A part of the page whose code is fetched when it is drawn. It shows that it is on its way, and when it did not come it
 * says so and can be asked for again; the rest of the page stays.
 *
 * @param name one for each part: two of one name would be taken for the same.
 */
export function lazily<P extends object>(
  name: string,
  load: () => Promise<ComponentType<P>>,
  { rows, frame: Frame }: Options<P> = {},
): ComponentType<P> {
  return function Lazily(props: P) {
    const query = useQuery(codeQuery(name, load));
    const state = (
      <Answered query={query} {...(rows !== undefined && { rows })}>
        {({ part: Part }) => <Part {...props} />}
      </Answered>
    );
    return Frame && !query.data ? <Frame {...props}>{state}</Frame> : state;
  };
}
