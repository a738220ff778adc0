import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { classNameOf, type ColourClass } from './classes.js';
import { mapText } from './map.text.js';

export function MapLegend({ classes }: { readonly classes: readonly ColourClass[] }) {
  const t = useText(mapText);
  const { number } = useFormat();
  return (
    <figcaption className="map-legend" aria-label={t.legend}>
      {classes.map((each) => (
        <span key={each.from} className="legend-item">
          <svg width="18" height="14" aria-hidden="true">
            <rect width="18" height="14" rx="2" className={classNameOf(each)} />
          </svg>
          {each.tone === 'none' && t.none}
          {each.tone !== 'none' &&
            (each.from === each.to
              ? number(each.from)
              : `${number(each.from)} – ${number(each.to)}`)}
        </span>
      ))}
      <span className="legend-item sub">{t.border}</span>
    </figcaption>
  );
}
