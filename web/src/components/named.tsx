import { useNames } from '../lib/text/names.js';

/** Names of positions, divisions or communes, from the narrow to the wide, in the reader's language; what is missing is left out. */
export function Named({ of }: { readonly of: readonly (string | null)[] }) {
  const named = useNames();
  return of
    .filter((name) => name !== null)
    .map(named)
    .join(', ');
}
