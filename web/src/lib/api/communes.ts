import { queryOptions } from '@tanstack/react-query';

import { unitsQuery, type UnitsOf } from './units.js';

/** Communes, of a day or a plan. */
export const communesQuery = (of: UnitsOf) =>
  queryOptions({
    ...unitsQuery(of),
    select: (units) => units.filter(({ level }) => level === 'commune'),
  });
