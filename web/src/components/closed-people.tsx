import { useFormat } from '../lib/format.js';
import { secrecyText } from '../lib/text/secrecy.js';
import { useText } from '../lib/text/define-text.js';

/** People whom the plan does not name to this account; nothing where there are none. */
export function ClosedPeople({ count }: { readonly count: number }) {
  const t = useText(secrecyText);
  const format = useFormat();
  return count === 0 ? null : <p className="sub">{t.closedPeople(format.number(count))}</p>;
}
