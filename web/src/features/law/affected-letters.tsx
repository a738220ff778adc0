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
