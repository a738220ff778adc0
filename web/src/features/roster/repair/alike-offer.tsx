import { Button } from 'antd';

import type { TypedCell } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { useText } from '../../../lib/text/define-text.js';
import { repairText } from './repair.text.js';

/** A cell was typed anew, and others say what it said. */
export interface Changed {
  /** One of the others with the new text. */
  readonly anchor: TypedCell;
  readonly was: string;
  readonly text: string;
  /** Others on the page. */
  readonly count: number;
  readonly column: string;
}

interface Props {
  readonly changed: Changed;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function AlikeOffer({ changed, onYes, onNo }: Props) {
  const t = useText(repairText);
  const { number } = useFormat();
  return (
    <div className="alike-offer" role="status">
      <p>{t.alikeAsk(number(changed.count), changed.was, changed.column)}</p>
      <Button type="primary" onClick={onYes}>
        {t.alikeYes}
      </Button>
      <Button onClick={onNo}>{t.alikeNo}</Button>
    </div>
  );
}
