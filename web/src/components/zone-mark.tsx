import type { Zone } from '../lib/api/shapes.js';
import { useText } from '../lib/text/define-text.js';
import { words } from '../lib/text/words.js';

/** Zone and border of a commune, small, beside its name. */
export function ZoneMark({
  zone,
  border,
}: {
  readonly zone: Zone | null;
  readonly border: boolean;
}) {
  const w = useText(words);
  return (
    <span className="zone">
      {zone !== null && <abbr title={w.zoneLong(zone)}>{zone}</abbr>}
      {border && <abbr title={w.border}>BG</abbr>}
    </span>
  );
}
