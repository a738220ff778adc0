import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Candidate, NotForGap, SecondmentPlan, Holder } from './secondment.plan.js';

/** A candidate by the place of the person in the facts: nothing about people is kept. */
export type KeptCandidate = Omit<Candidate<Holder>, 'holder'> & { readonly at: number };

/** What was proposed for a gap, by its place in the facts. */
export interface KeptProposal {
  readonly notFor: NotForGap;
  /** Candidates in all. */
  readonly found: number;
  /** The best of them. */
  readonly candidates: readonly KeptCandidate[];
}

export interface KeptPlan extends Pick<SecondmentPlan<Holder>, 'eligible' | 'keptOut'> {
  /** In the order of the gaps. */
  readonly proposals: readonly KeptProposal[];
}

/** So many answers are kept: a few officers, a few days. */
const MOST = 8;

/**
 * The last proposals, by everything that they were made from. The facts are read at each request, by the rights of whoever
 * asks: who reads other facts has another key, and a changed fact makes a new answer.
 */
@Injectable()
export class KeptSolves {
  private readonly kept = new Map<string, KeptPlan>();
  /** How often something was solved since the start. */
  solved = 0;

  /** @param facts plain values and maps; equal ones in an equal order have one answer. */
  get(facts: unknown, solve: () => KeptPlan): KeptPlan {
    const key = createHash('sha256').update(JSON.stringify(facts, mapsToo)).digest('hex');
    const plan = this.kept.get(key) ?? this.made(solve);
    this.kept.delete(key);
    this.kept.set(key, plan);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST && oldest !== undefined) this.kept.delete(oldest);
    return plan;
  }

  private made(solve: () => KeptPlan): KeptPlan {
    this.solved += 1;
    return solve();
  }
}

/** A map is written as nothing unless it is asked for. */
function mapsToo(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
