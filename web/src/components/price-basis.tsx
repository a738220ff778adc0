import { Alert } from 'antd';

import type { WhatIf } from '../lib/api/shapes.js';
import { useText } from '../lib/text/define-text.js';
import { wordFor } from '../lib/text/words.js';
import { changeText } from './change.text.js';

/** What the changes that are shown are not, where they are not exact. */
export function PriceBasis({ basis }: Pick<WhatIf, 'basis'>) {
  const t = useText(changeText);
  if (basis === 'exact') return null;
  return <Alert type="info" showIcon title={wordFor(t, 'basis', basis)} />;
}
