import { Link } from 'react-router';

import type { Continuity } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { continuityText } from './continuity.text.js';

/** The states of functions, the least sure first; `old`: units that were merged, by what nobody took over. */
export const CONTINUITY_LISTS = [
  'no-division',
  'uncovered',
  'unassigned',
  'sole',
  'covered',
  'old',
] as const;
export type ContinuityList = (typeof CONTINUITY_LISTS)[number];

interface Props {
  readonly on: string;
  readonly shown: ContinuityList;
  readonly answer: Continuity;
}

/** How many functions are in which state; each number leads to its list. */
export function ContinuityCounts({ on, shown, answer }: Props) {
  const t = useText(continuityText);
  const { number } = useFormat();
  const words = (list: ContinuityList): string => {
    if (list === 'old') {
      const { oldUnits } = answer;
      return t['count.old'](number(untaken(oldUnits).length), number(oldUnits.length));
    }
    return t[`count.${list}`](number(countOf(answer, list)));
  };
  return (
    <nav aria-label={t.states}>
      <ul className="movement-lines">
        {CONTINUITY_LISTS.map((list) => (
          <li key={list}>
            <Link
              to={`?${new URLSearchParams({ tab: 'continuity', on, state: list }).toString()}`}
              aria-current={list === shown ? 'page' : undefined}
            >
              {words(list)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Old units of which a function has nobody. */
export function untaken(oldUnits: Continuity['oldUnits']): Continuity['oldUnits'] {
  return oldUnits.filter(({ uncovered }) => uncovered.length > 0);
}

function countOf({ counts }: Continuity, list: Exclude<ContinuityList, 'old'>): number {
  return list === 'no-division' ? counts.noDivision : counts[list];
}
