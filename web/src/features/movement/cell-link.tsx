import { Link } from 'react-router';

import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { useNames } from '../../lib/text/names.js';
import './movement.css';
import { movementText } from './movement.text.js';

/** A position in a commune of which seats are short. */
export interface LinkedGap {
  readonly communeCode: string;
  readonly communeName: string;
  readonly positionCode: string;
  readonly positionName: string;
  readonly shortage: number;
}

interface Props {
  readonly on: string;
  readonly gap: LinkedGap;
}

/** How many are short; leads to the people and seats behind the figure. */
export function CellLink({ on, gap }: Props) {
  const t = useText(movementText);
  const named = useNames();
  const { number } = useFormat();
  const where = new URLSearchParams({
    ...{ on, block: 'all' },
    cell: `${gap.communeCode}~${gap.positionCode}`,
  });
  return (
    <Link className="count-link" to={`/gap?${where.toString()}`}>
      <span className="only-read">{t.whoIsThere(named(gap.positionName), gap.communeName)}: </span>
      {number(gap.shortage)}
    </Link>
  );
}
