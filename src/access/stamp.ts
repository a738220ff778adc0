import type { Actor } from '../shared/actor.js';
import { vietnamTime } from '../shared/clock.js';

interface Taking {
  readonly actor: Actor;
  readonly at: Date;
  readonly purpose: string;
}

/**
 * What stands on everything that leaves: who took it, when and what for, and the mark of secrecy.
 *
 * @param mark `markOf` the plan that it was made from; null = made from no plan, or the plan is no secret.
 */
export function stampOf(
  mark: string | null,
  { actor, at, purpose }: Taking,
): { readonly mark: string | null; readonly text: string } {
  return {
    mark,
    text: `Người xuất: ${actor.name} (${actor.id}); lúc ${vietnamTime(at)}; mục đích: ${purpose}`,
  };
}
