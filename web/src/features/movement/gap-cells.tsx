import { Named } from '../../components/named.js';
import { useText } from '../../lib/text/define-text.js';
import { CellLink, type LinkedGap } from './cell-link.js';
import { movementText } from './movement.text.js';

interface Props {
  readonly on: string;
  readonly gap: LinkedGap & { readonly unitName: string };
}

/** A gap as the first cells of its row: what is short where, and how many. */
export function GapCells({ on, gap }: Props) {
  const t = useText(movementText);
  return (
    <>
      <th scope="row">
        <Named of={[gap.positionName]} />
        <div className="sub">
          <Named of={[gap.communeName, gap.unitName]} />
        </div>
      </th>
      <td data-label={t.shortage} className="num">
        <CellLink on={on} gap={gap} />
      </td>
    </>
  );
}
