import type { UnitMark } from './unit-colours.js';

/** A new unit's number on its colour, as on the map. */
export function Swatch({ mark }: { readonly mark: UnitMark | undefined }) {
  return (
    <svg className="swatch" viewBox="0 0 26 18" aria-hidden="true">
      <rect width="26" height="18" rx="4" fill={mark?.colour ?? '#fff'} stroke="#7b8794" />
      <text x="13" y="13">
        {mark?.number ?? '?'}
      </text>
    </svg>
  );
}
