import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

/** The columns that each workbook may have, and which of them the reader may choose. */
export const reportColumnsQuery = () =>
  queryOptions({
    queryKey: ['report-columns'],
    queryFn: () => answerOf(api.GET('/api/reports/columns')),
    staleTime: Infinity,
  });
