import { useQuery } from '@tanstack/react-query';

import { Choice } from '../../components/choice.js';
import { positionsQuery } from '../../lib/api/positions.js';
import { unitsQuery } from '../../lib/api/units.js';
import { useText } from '../../lib/text/define-text.js';
import { movementText } from './movement.text.js';

interface Props {
  readonly on: string;
  readonly unitCode: string;
  readonly positionCode: string;
  /** Communes to choose within, with their divisions; absent = the whole province. */
  readonly within?: readonly string[];
  readonly onChange: (
    change: Partial<{ readonly unitCode: string; readonly positionCode: string }>,
  ) => void;
}

/** A unit and a position that stand on a day; a division is told with its commune. */
export function PlaceFields({ on, unitCode, positionCode, within, onChange }: Props) {
  const t = useText(movementText);
  const units = useQuery(unitsQuery(on)).data ?? [];
  const positions = useQuery(positionsQuery(on)).data ?? [];
  const nameOf = new Map(units.map(({ code, name }) => [code, name]));
  const parentOf = (code: string | null) => (code === null ? '' : (nameOf.get(code) ?? ''));
  return (
    <>
      <Choice
        wide
        searchable
        label={t.unit}
        value={unitCode}
        options={units
          .filter(({ level }) => level !== 'province')
          .filter(({ code, parentCode }) => !within || [code, parentCode].some(isWithin(within)))
          .map(({ code, name, level, parentCode }) => ({
            value: code,
            label: level === 'division' ? `${parentOf(parentCode)} – ${name}` : name,
          }))}
        onChange={(chosen) => onChange({ unitCode: chosen })}
      />
      <Choice
        wide
        searchable
        label={t.position}
        value={positionCode}
        options={positions.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
        onChange={(chosen) => onChange({ positionCode: chosen })}
      />
    </>
  );
}

const isWithin = (codes: readonly string[]) => (code: string | null) =>
  code !== null && codes.includes(code);
