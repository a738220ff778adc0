import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { Permission } from './shapes.js';

export interface WhyQuestion {
  readonly permission: Permission;
  readonly person?: number;
  /** For administrators: another account. */
  readonly login?: string;
}

/** Why an account does not see something; one's own unless another is named. */
export const whyQuery = (question: WhyQuestion) =>
  queryOptions({
    queryKey: ['why', question],
    queryFn: () => answerOf(api.GET('/api/access/why', { params: { query: { ...question } } })),
  });
