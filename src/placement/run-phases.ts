/** What a run does, in its order. */
export const RUN_PHASES = ['facts', 'network', 'levels', 'check', 'store'] as const;
export type RunPhase = (typeof RUN_PHASES)[number];

/** The part of a run that is done when a phase begins; an estimate, for the progress bar only. */
export const DONE_AT: Readonly<Record<RunPhase, number>> = {
  facts: 0,
  network: 0.1,
  levels: 0.3,
  check: 0.7,
  store: 0.85,
};

/** Hears which phase begins. */
export type PhaseListener = (phase: RunPhase) => void;
