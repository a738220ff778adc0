import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { useSaid } from '../../lib/text/said.js';
import { boardText } from './board.text.js';
import { useBoard, type Hint, type Target } from './carry.js';

/** What a seat says to the one who is carried, at a glance. */
export function HintMark({ target }: { readonly target: Target }) {
  const t = useText(boardText);
  const said = useSaid();
  const { carried, hints } = useBoard();
  const short = useShortPrice();
  const hint = carried ? hints.get(target) : undefined;
  if (!hint) return null;
  if (hint.kind === 'closed') {
    return (
      <span className="hint hint--closed" title={said(hint.reason)}>
        <span aria-hidden="true">△</span>
        <span className="only-read">
          {t.closedShort}: {said(hint.reason)}
        </span>
      </span>
    );
  }
  return (
    <span className="hint hint--open" title={said(hint.change.summary)}>
      ✓ {short(hint)}
    </span>
  );
}

/** The first levels that change, signed; fewer is better in each of them. */
function useShortPrice(): (hint: Extract<Hint, { kind: 'open' }>) => string {
  const t = useText(boardText);
  const format = useFormat();
  return ({ change }) => {
    const [first] = Object.entries(change.change).filter(([, by]) => by !== 0);
    if (!first) return t.priceSame;
    const [level, by] = first;
    return `${t[`short.${level}` as 'short.fit']} ${by > 0 ? '+' : '−'}${
      Number.isInteger(by) ? format.number(Math.abs(by)) : format.decimal(Math.abs(by))
    }`;
  };
}
