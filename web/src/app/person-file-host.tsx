import { lazy, Suspense } from 'react';

import { useQueryParams } from '../lib/query-params.js';
import { useMay } from '../lib/session.js';

const PersonFilePanel = lazy(async () => ({
  default: (await import('../features/person/person-file.js')).PersonFilePanel,
}));

/** Any list opens a person's file by `file=<id>` in the address. */
export function PersonFileHost() {
  const params = useQueryParams();
  const id = Number(params.get('file'));
  if (!useMay()('people.read') || !Number.isInteger(id) || id <= 0) return null;
  return (
    <Suspense>
      <PersonFilePanel key={id} id={id} onClose={() => params.set({ file: null })} />
    </Suspense>
  );
}
