import type { SignedRun } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { runStateText } from './run-state.text.js';

/** Old units that a run has not placed anew, since their rosters are not signed, with the reason of each. */
export function HeldUnits({ signed: { units, people, held } }: { readonly signed: SignedRun }) {
  const t = useText(runStateText);
  const format = useFormat();
  if (held.length === 0) return null;
  return (
    <details className="run-held">
      <summary>{t.held(format.number(units), format.number(people))}</summary>
      <ul>
        {held.map((unit) => (
          <li key={unit.unitCode}>
            {t.heldUnit(unit.unitName, format.number(unit.people))}: {t[`why.${unit.why}`]}
          </li>
        ))}
      </ul>
    </details>
  );
}
