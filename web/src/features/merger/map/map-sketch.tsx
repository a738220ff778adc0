import { useContext, useMemo } from 'react';

import type { CommuneTopology } from '../../../lib/api/boundaries.js';
import type { MapOldUnit } from '../../../lib/api/shapes.js';
import { useText } from '../../../lib/text/define-text.js';
import { drawingOf, type CommuneShape, type Drawing } from '../../map/shapes.js';
import { HoverContext, useDesk } from './desk.js';
import { rowsOf } from './map-draft.js';
import { mapText } from './map.text.js';

interface Props {
  readonly topology: CommuneTopology;
  readonly place: string;
}

/** New communes by their borders, old ones as dots in the colour of the new one that takes them. */
export function MapSketch({ topology, place }: Props) {
  const t = useText(mapText);
  const { oldUnits, looked } = useDesk();
  const { hover } = useContext(HoverContext);
  const drawing = useMemo(() => drawingOf(topology), [topology]);
  const dots = useMemo(() => dotsOf(oldUnits, drawing), [oldUnits, drawing]);
  const inOrder = [...drawing.communes].sort(
    (a, b) => rankOf(a.code, hover, looked) - rankOf(b.code, hover, looked),
  );
  return (
    <figure className="card map-card">
      <svg
        className="map merger-sketch"
        viewBox={`0 0 ${drawing.width.toFixed(0)} ${drawing.height.toFixed(0)}`}
        role="group"
        aria-label={t.mapOf(place)}
      >
        {inOrder.map((shape) => (
          <Shape key={shape.code} shape={shape} />
        ))}
        {dots.map((dot) => (
          <Dot key={dot.unit.code} dot={dot} />
        ))}
        {drawing.communes.map((shape) => (
          <Label key={shape.code} shape={shape} />
        ))}
      </svg>
      <figcaption className="sub">{t.mapNote}</figcaption>
    </figure>
  );
}

/** What is looked at is drawn last, so that its outline lies on top. */
function rankOf(code: string, hover: string | null, looked: string | null): number {
  return code === looked ? 2 : code === hover ? 1 : 0;
}

function Shape({ shape }: { readonly shape: CommuneShape }) {
  const { marks, looked, newBy, put } = useDesk();
  const { hover, setHover } = useContext(HoverContext);
  const isOne = newBy.has(shape.code);
  const mark = marks.get(shape.code);
  const name = newBy.get(shape.code)?.name ?? shape.name;
  return (
    <path
      d={shape.path}
      fill={mark?.colour ?? '#e3e7eb'}
      className={[
        'commune',
        looked === shape.code && 'is-chosen',
        hover === shape.code && 'is-hover',
      ]
        .filter(Boolean)
        .join(' ')}
      data-shape={shape.code}
      {...(isOne && { 'data-drop': shape.code })}
      role="button"
      tabIndex={0}
      aria-label={mark ? `${mark.number}. ${name}` : name}
      aria-pressed={looked === shape.code}
      onClick={() => isOne && put(shape.code, false)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        if (isOne) put(shape.code, event.shiftKey);
      }}
      onMouseEnter={() => setHover(shape.code)}
      onMouseLeave={() => setHover(null)}
    />
  );
}

function Label({ shape: { code, label } }: { readonly shape: CommuneShape }) {
  const { marks } = useDesk();
  const [x, y] = label;
  return (
    <text className="map-figure" x={x} y={y} aria-hidden="true">
      {marks.get(code)?.number}
    </text>
  );
}

interface PlacedDot {
  readonly unit: MapOldUnit;
  readonly x: number;
  readonly y: number;
}

const RING = 13;

/** Old units that are known at one place only stand in a ring around it. */
function dotsOf(units: readonly MapOldUnit[], drawing: Drawing): PlacedDot[] {
  const places = new Map<string, MapOldUnit[]>();
  for (const unit of units) {
    const { latitude, longitude } = unit;
    if (latitude === null || longitude === null) continue;
    const key = `${latitude}/${longitude}`;
    places.set(key, [...(places.get(key) ?? []), unit]);
  }
  return [...places.values()].flatMap((there) =>
    there.map((unit, at) => {
      const [x, y] = drawing.place(unit.longitude ?? 0, unit.latitude ?? 0);
      const turn = (2 * Math.PI * at) / there.length - Math.PI / 2;
      return { unit, x: x + RING * Math.cos(turn), y: y + RING * Math.sin(turn) };
    }),
  );
}

/** Drawn for the eye: the list beside says the same and is what the keyboard reaches. */
function Dot({ dot: { unit, x, y } }: { readonly dot: PlacedDot }) {
  const t = useText(mapText);
  const { draft, marks, newBy, chosen, choose, movable } = useDesk();
  const { hover } = useContext(HoverContext);
  const rows = rowsOf(draft, unit.code);
  const main = rows.find((row) => row.main) ?? rows[0];
  const names = rows.map(({ newCode }) => newBy.get(newCode)?.name ?? newCode).join(', ');
  const isHover = hover !== null && rows.some(({ newCode }) => newCode === hover);
  return (
    <circle
      cx={x}
      cy={y}
      r={chosen === unit.code ? 7.5 : isHover ? 6.5 : 5}
      fill={marks.get(main?.newCode ?? '')?.colour ?? '#fff'}
      className={chosen === unit.code ? 'dot is-chosen' : 'dot'}
      data-dot={unit.code}
      data-card={unit.code}
      data-name={unit.name}
      aria-hidden="true"
      onClick={() => choose(unit.code, { carry: movable, walk: false })}
    >
      <title>{t.dot(unit.name, names === '' ? t.nowhere : names)}</title>
    </circle>
  );
}
