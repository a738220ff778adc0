import { useMemo } from 'react';

import type { At } from '../../lib/api/at.js';
import type { CommuneTopology } from '../../lib/api/boundaries.js';
import type { Summary, Unit } from '../../lib/api/shapes.js';
import { useQueryParams } from '../../lib/query-params.js';
import { classesOf } from './classes.js';
import { CommuneFigures } from './commune-figures.js';
import { MapDrawing } from './map-drawing.js';
import { MapLegend } from './map-legend.js';
import { toneOf, type Measure } from './measures.js';
import { Ranking } from './ranking.js';
import { drawingOf } from './shapes.js';

interface Props {
  readonly at: At;
  readonly topology: CommuneTopology;
  readonly units: readonly Unit[];
  /** Those that there are figures of. */
  readonly ranked: readonly Unit[];
  readonly summary: Summary;
  readonly measure: Measure;
  readonly place: string;
}

export function MapBody({ at, topology, units, ranked, summary, measure, place }: Props) {
  const params = useQueryParams();
  const drawing = useMemo(() => drawingOf(topology), [topology]);
  const chosen = params.get('commune');
  const sums = new Map(summary.communes.map((each) => [each.communeCode, each]));
  const values = new Map([...sums].map(([code, sum]) => [code, sum[measure] ?? 0]));
  const classes = classesOf([...values.values()], toneOf(measure));
  const choose = (commune: string | null) => params.set({ commune }, { replace: false });
  const unit = units.find(({ code }) => code === chosen);
  return (
    <div className="map-layout">
      <figure className="card map-card">
        <MapDrawing
          drawing={drawing}
          units={units}
          values={values}
          classes={classes}
          measure={measure}
          place={place}
          chosen={chosen}
          onChoose={choose}
        />
        <MapLegend classes={classes} />
      </figure>
      <aside className="map-side">
        <CommuneFigures
          at={at}
          unit={unit}
          sum={chosen === null ? undefined : sums.get(chosen)}
          onBack={() => choose(null)}
        />
        <Ranking
          units={ranked}
          values={values}
          measure={measure}
          chosen={chosen}
          onChoose={choose}
        />
      </aside>
    </div>
  );
}
