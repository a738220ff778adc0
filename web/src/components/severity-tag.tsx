import { Tag } from 'antd';

import type { Severity } from '../lib/api/shapes.js';
import { useText } from '../lib/text/define-text.js';
import { words } from '../lib/text/words.js';

/** How a severity looks: never by its colour alone. */
export const SEVERITY_LOOK: Readonly<
  Record<Severity, { readonly sign: string; readonly tone: string }>
> = {
  error: { sign: '✕', tone: 'bad' },
  warning: { sign: '△', tone: 'short' },
  note: { sign: 'i', tone: 'plain' },
};

export function SeverityTag({ severity }: { readonly severity: Severity }) {
  const w = useText(words);
  const { sign, tone } = SEVERITY_LOOK[severity];
  return (
    <Tag className={`tag tag--${tone}`}>
      <span aria-hidden="true">{sign}</span> {w[`severity.${severity}`]}
    </Tag>
  );
}
