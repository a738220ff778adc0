/** How a gap can be closed. In which order they are tried is the province's: parameter `gap-plan.ways`. */
export const WAYS = ['transfer', 'contract', 'recruit', 'train', 'second'] as const;
export type Way = (typeof WAYS)[number];

export const PLAN_STATES = ['open', 'under-way', 'done', 'dropped'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const REQUEST_STATES = ['asked', 'accepted', 'refused', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
