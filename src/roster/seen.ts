import type { FieldClass } from '../access/fields/field-classes.js';
import { seenValue, type SeenValue } from '../access/fields/fields.rules.js';
import type { Actor } from '../shared/actor.js';

/** Who looks at cells and changes. */
export interface Viewer {
  readonly role: Actor['role'];
  /** May know of people whose titles the Party committee manages. */
  readonly closedScope: boolean;
}

/** What a column is: open, of some classes, or known only to the closed scope where the title is managed. */
export interface Secrecy {
  readonly classes: readonly FieldClass[];
  readonly closed: boolean;
}

const HIDDEN: SeenValue = { value: null, state: 'hidden' };

/** A text as the viewer gets it: what any of its classes hides is hidden, what any masks is masked. */
export function seenText(
  viewer: Viewer,
  { classes, closed }: Secrecy,
  text: string | null,
): SeenValue {
  if (closed && !viewer.closedScope) return HIDDEN;
  const seen = classes.map((each) => seenValue(viewer.role, each, text));
  return (
    seen.find(({ state }) => state === 'hidden') ??
    seen.find(({ state }) => state === 'masked') ?? { value: text, state: 'shown' }
  );
}
