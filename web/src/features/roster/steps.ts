import type { Batch } from '../../lib/api/shapes.js';

export const STEPS = ['send', 'columns', 'repair', 'preview', 'promote', 'done'] as const;
export type Step = (typeof STEPS)[number];

/** What the way of a batch depends on. */
export type OnItsWay = Pick<Batch, 'state' | 'errors'>;

export interface StepOnTheWay {
  readonly step: Step;
  readonly state: 'past' | 'here' | 'ahead';
  /** What the address of the batch asks for at this step; null = there is nothing to open now. */
  readonly leadsTo: string | null;
}

/** Where a batch stands: at its errors, then at the preview, until it is in the registry. One taken back begins again. */
export function standsAt({ state, errors }: OnItsWay): Step {
  if (state === 'promoted') return 'done';
  return errors > 0 ? 'repair' : 'preview';
}

/** The way of a batch from its files into the registry. */
export function stepsOf(batch: OnItsWay): StepOnTheWay[] {
  const here = STEPS.indexOf(standsAt(batch));
  return STEPS.map((step, at) => ({
    step,
    state: at < here ? 'past' : at === here ? 'here' : 'ahead',
    leadsTo: leadsTo(step, batch),
  }));
}

function leadsTo(step: Step, { state, errors }: OnItsWay): string | null {
  switch (step) {
    case 'send':
      return '?part=files';
    case 'columns':
      return '?part=columns';
    case 'repair':
      return errors > 0 ? '?severity=error' : '?';
    case 'preview':
      return state === 'promoted' ? null : '?part=preview';
    case 'promote':
      return state === 'promoted' || errors > 0 ? null : '?part=preview';
    case 'done':
      return state === 'staged' ? null : '#taken-in';
  }
}
