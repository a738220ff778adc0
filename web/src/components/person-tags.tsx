import { Tag } from 'antd';

import type { Fit } from '../lib/api/shapes.js';
import { useText } from '../lib/text/define-text.js';
import { wordFor, words } from '../lib/text/words.js';

interface Look {
  readonly sign: string;
  readonly tone: string;
}

/** Each has a sign of its own, so that the colour is never alone. */
const FIT_LOOK: Readonly<Record<Fit, Look>> = {
  exact: { sign: '●', tone: 'good' },
  related: { sign: '○', tone: 'fair' },
  'after-training': { sign: '△', tone: 'short' },
  'out-of-field': { sign: '✕', tone: 'short' },
};

export function FitTag({ fit }: { readonly fit: string | null }) {
  const w = useText(words);
  if (fit === null) return null;
  const { sign, tone } = isFit(fit) ? FIT_LOOK[fit] : { sign: '', tone: 'plain' };
  return (
    <Tag className={`tag tag--${tone}`}>
      <span aria-hidden="true">{sign}</span> {wordFor(w, 'fit', fit)}
    </Tag>
  );
}

function isFit(fit: string): fit is Fit {
  return Object.hasOwn(FIT_LOOK, fit);
}

export function MovementTag({ movement }: { readonly movement: string | null }) {
  const w = useText(words);
  if (movement === null) return null;
  const tone = movement === 'transfer' ? 'moved' : movement === 'bench' ? 'over' : 'plain';
  return <Tag className={`tag tag--${tone}`}>{wordFor(w, 'movement', movement)}</Tag>;
}

/** The tests a person fails, as one phrase. */
export function useFailedTests(): (tests: readonly string[]) => string {
  const w = useText(words);
  return (tests) => tests.map((test) => wordFor(w, 'test', test)).join(', ');
}
