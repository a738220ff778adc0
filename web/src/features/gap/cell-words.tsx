import type { Cell } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { gapText } from './gap.text.js';

/** The figures of a cell as two numbers and the sentences that lead to them. */
export function CellWords({ cell }: { readonly cell: Cell }) {
  const t = useText(gapText);
  const w = useText(words);
  const { number } = useFormat();
  const { seats, required, people, seated, surplus, vacant, misfit, absent, cover, shortage } =
    cell;
  return (
    <div className="cell-words">
      <div className="cell-numbers">
        <span className={shortage > 0 ? 'big short-text' : 'big'}>{number(shortage)}</span>
        <span>{w.shortage.toLocaleLowerCase()}</span>
        <span className={surplus > 0 ? 'big over-text' : 'big'}>{number(surplus)}</span>
        <span>{w.surplus.toLocaleLowerCase()}</span>
      </div>
      <ul aria-label={t.explained}>
        <li>
          {t.seatsLine(number(seats), number(seated), number(vacant))}{' '}
          {required > 0 && t.requiredLine(number(required))}
        </li>
        <li>{t.peopleLine(number(people), number(surplus))}</li>
        {misfit > 0 && <li>{t.misfitLine(number(misfit), number(absent))}</li>}
        {cover > 0 && <li>{t.coverLine(number(cover))}</li>}
        <li>{t.shortageLine(number(vacant), number(misfit), number(cover), number(shortage))}</li>
      </ul>
    </div>
  );
}
