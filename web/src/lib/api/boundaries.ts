import { queryOptions } from '@tanstack/react-query';
import type { GeometryCollection, Topology } from 'topojson-specification';

import { fetchApi } from './door.js';
import { problemOf } from './problem.js';

export type CommuneTopology = Topology<{
  communes: GeometryCollection<{ code: string; name: string }>;
}>;

/** Borders of today's communes of a province, as TopoJSON. */
export const boundariesQuery = (provinceCode: string) =>
  queryOptions({
    queryKey: ['boundaries', provinceCode],
    queryFn: async () => {
      const response = await fetchApi(`/api/boundaries/${provinceCode}`);
      if (!response.ok)
        throw problemOf(response.status, await response.json().catch(() => undefined));
      return (await response.json()) as CommuneTopology;
    },
    staleTime: Infinity,
  });
