import type { Limits } from '../../lib/api/shapes.js';
import { useNames } from '../../lib/text/names.js';

/** A rank by code and name, as people write it, in the reader's language; what is no rank stays as it is. */
export function useRankName(ranks: Limits['ranks']): (code: string) => string {
  const named = useNames();
  return (code) => {
    const name = ranks.find((each) => each.code === code)?.name;
    return name === undefined ? code : `${code} ${named(name)}`;
  };
}
