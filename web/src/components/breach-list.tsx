import type { Breach } from '../lib/api/shapes.js';
import { defineText, useText } from '../lib/text/define-text.js';
import { Said } from './said.js';
import { SeverityTag } from './severity-tag.js';

const breachText = defineText(
  { more: (n: string) => `Xem thêm ${n} mục` },
  { more: (n: string) => `${n} more` },
);

const SHOWN = 8;
const ORDER = { error: 0, warning: 1, note: 2 } as const;

interface Props {
  readonly breaches: readonly Breach[];
  readonly none: string;
}

/** What stands against a plan, the gravest first; a long list opens on demand. */
export function BreachList({ breaches, none }: Props) {
  const t = useText(breachText);
  if (breaches.length === 0) return <p className="sub">{none}</p>;
  const sorted = [...breaches].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  const rest = sorted.slice(SHOWN);
  return (
    <>
      <Items breaches={sorted.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary>{t.more(String(rest.length))}</summary>
          <Items breaches={rest} />
        </details>
      )}
    </>
  );
}

function Items({ breaches }: { readonly breaches: readonly Breach[] }) {
  return (
    <ul className="breaches">
      {breaches.map((breach, index) => (
        <li key={`${breach.code}-${index}`}>
          <SeverityTag severity={breach.severity} />{' '}
          <span>
            <Said text={breach.message} />
          </span>
        </li>
      ))}
    </ul>
  );
}
