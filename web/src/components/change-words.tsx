import type { Change } from '../lib/api/shapes.js';
import { useFormat } from '../lib/format.js';
import { useText } from '../lib/text/define-text.js';
import { wordFor } from '../lib/text/words.js';
import { changeText } from './change.text.js';
import { Said } from './said.js';

/** What a change really does to every aim, in their order, and who moves because of it. */
export function ChangeWords({ change }: { readonly change: Change }) {
  const t = useText(changeText);
  const format = useFormat();
  const levels = Object.entries(change.change).filter(([, by]) => by !== 0);
  return (
    <>
      {levels.length === 0 && <p className="sub">{t.same}</p>}
      {levels.length > 0 && (
        <dl className="figures">
          {levels.map(([level, by]) => (
            <div key={level}>
              <dt>{wordFor(t, 'level', level)}</dt>
              <dd>
                {by > 0 ? '+' : '−'}
                {Number.isInteger(by) ? format.number(Math.abs(by)) : format.decimal(Math.abs(by))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Chain moves={change.moves} />
    </>
  );
}

function Chain({ moves }: { readonly moves: Change['moves'] }) {
  const t = useText(changeText);
  const format = useFormat();
  if (moves.length < 2) return <p className="sub">{t.alone}</p>;
  return (
    <details>
      <summary>{t.chain(format.number(moves.length))}</summary>
      <ol>
        {moves.map(({ sentence }) => (
          <li key={sentence}>
            <Said text={sentence} />
          </li>
        ))}
      </ol>
    </details>
  );
}
