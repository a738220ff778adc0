import { Nothing } from '../../components/states.js';
import type { Affected } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor } from '../../lib/text/words.js';
import { affectedText } from './affected.text.js';

/** Letters that would cite other law if they were written anew. */
export function AffectedLetters({ letters }: { readonly letters: Affected['letters'] }) {
  const t = useText(affectedText);
  const { number, day } = useFormat();
  const more = letters.total - letters.items.length;
  return (
    <>
      <h3>
        {t.letters} {letters.total > 0 && `(${number(letters.total)})`}
      </h3>
      {letters.total === 0 ? (
        <Nothing>{t.noLetters}</Nothing>
      ) : (
        <ul>
          {letters.items.map(({ letterId, fullName, kind, numberText, issuedOn }) => (
            <li key={letterId}>
              <strong>{numberText}</strong> ({day(issuedOn)}), {wordFor(t, 'letter', kind)}:{' '}
              {fullName || '–'}
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="sub">{t.more(number(more))}</p>}
      {letters.total > 0 && <p className="sub">{t.keptLetters}</p>}
    </>
  );
}

/** Decisions whose paper is still to be written and would cite other law. */
export function UnwrittenLetters({ letters }: { readonly letters: Affected['unwritten'] }) {
  const t = useText(affectedText);
  const { number, day } = useFormat();
  const more = letters.total - letters.items.length;
  return (
    <>
      <h3>
        {t.unwritten} {letters.total > 0 && `(${number(letters.total)})`}
      </h3>
      {letters.total === 0 ? (
        <Nothing>{t.noUnwritten}</Nothing>
      ) : (
        <ul>
          {letters.items.map(({ scenarioId, movementId, staffId, fullName, kind, issuedOn }) => (
            <li key={`${scenarioId} ${movementId} ${staffId}`}>
              {fullName || '–'}: {wordFor(t, 'letter', kind)} ({day(issuedOn)},{' '}
              {scenarioId === null ? t.ofMovement(movementId ?? 0) : t.ofPlan(scenarioId)})
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="sub">{t.more(number(more))}</p>}
      {letters.total > 0 && <p className="sub">{t.unwrittenAbout}</p>}
    </>
  );
}
