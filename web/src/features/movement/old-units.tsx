import { Nothing } from '../../components/states.js';
import type { Continuity } from '../../lib/api/shapes.js';
import { useText } from '../../lib/text/define-text.js';
import { untaken } from './continuity-counts.js';
import { continuityText } from './continuity.text.js';

interface Props {
  readonly oldUnits: Continuity['oldUnits'];
  readonly nameOf: (fieldCode: string) => string;
}

/** Units that were merged and of whose functions some have nobody in any successor. */
export function OldUnits({ oldUnits, nameOf }: Props) {
  const t = useText(continuityText);
  const open = untaken(oldUnits);
  if (open.length === 0) return <Nothing>{t.noneOld}</Nothing>;
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.oldUnit}</th>
          <th>{t.successors}</th>
          <th>{t.untaken}</th>
        </tr>
      </thead>
      <tbody>
        {open.map(({ oldCode, oldName, successorNames, uncovered }) => (
          <tr key={oldCode}>
            <th scope="row">{oldName}</th>
            <td data-label={t.successors}>{successorNames.join(', ')}</td>
            <td data-label={t.untaken}>{uncovered.map(nameOf).join('; ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
