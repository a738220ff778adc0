import { Tag } from 'antd';

import type { Batch } from '../../lib/api/shapes.js';
import { useText } from '../../lib/text/define-text.js';
import { rosterText } from './roster.text.js';

const TONE: Readonly<Record<Batch['state'], string>> = {
  staged: 'short',
  promoted: 'good',
  undone: 'plain',
};

export function BatchState({ state }: { readonly state: Batch['state'] }) {
  const t = useText(rosterText);
  return <Tag className={`tag tag--${TONE[state]}`}>{t[`state.${state}`]}</Tag>;
}
