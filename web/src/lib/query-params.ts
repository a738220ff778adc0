import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

type Change = Readonly<Record<string, string | null>>;

export interface QueryParams {
  readonly get: (name: string) => string | null;
  /** Sets or (null) removes parameters; the others stay. `replace` leaves no step for the back button. */
  readonly set: (change: Change, how?: { replace: boolean }) => void;
  /** Where a link leads that changes some parameters of this view. */
  readonly address: (change: Change) => string;
}

/** The address holds the filters of a view, so that it can be sent to a colleague. */
export function useQueryParams(): QueryParams {
  const [params, setParams] = useSearchParams();
  const get = useCallback((name: string) => params.get(name), [params]);
  const set = useCallback(
    (change: Change, how = { replace: true }) => {
      setParams((previous) => changed(previous, change), how);
    },
    [setParams],
  );
  const address = useCallback(
    (change: Change) => `?${changed(params, change).toString()}`,
    [params],
  );
  return { get, set, address };
}

function changed(previous: URLSearchParams, change: Change): URLSearchParams {
  const next = new URLSearchParams(previous);
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}
