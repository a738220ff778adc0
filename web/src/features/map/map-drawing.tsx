import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import type { Unit } from '../../lib/api/shapes.js';
import { classNameOf, classOf, type ColourClass } from './classes.js';
import { mapText } from './map.text.js';
import type { Measure } from './measures.js';
import type { Drawing } from './shapes.js';

interface Props {
  readonly drawing: Drawing;
  readonly units: readonly Unit[];
  readonly values: ReadonlyMap<string, number>;
  readonly classes: readonly ColourClass[];
  readonly measure: Measure;
  readonly place: string;
  readonly chosen: string | null;
  readonly onChoose: (commune: string) => void;
}

/** The communes as shapes that can be clicked and reached by keyboard, each with its figure on it. */
export function MapDrawing(props: Props) {
  const { drawing, chosen, place } = props;
  const t = useText(mapText);
  // What is chosen is drawn last, so that its outline lies on top.
  const inOrder = [...drawing.communes].sort(
    (a, b) => Number(a.code === chosen) - Number(b.code === chosen),
  );
  return (
    <svg
      className="map"
      viewBox={`0 0 ${drawing.width.toFixed(0)} ${drawing.height.toFixed(0)}`}
      role="group"
      aria-label={t.drawing(place)}
    >
      {inOrder.map((shape) => (
        <Commune key={shape.code} shape={shape} {...props} />
      ))}
      {drawing.communes.map((shape) => (
        <Figure key={shape.code} shape={shape} value={props.values.get(shape.code)} />
      ))}
    </svg>
  );
}

interface CommuneProps extends Props {
  readonly shape: Drawing['communes'][number];
}

function Commune({ shape, units, values, classes, measure, chosen, onChoose }: CommuneProps) {
  const w = useText(words);
  const format = useFormat();
  const value = values.get(shape.code);
  const border = units.find(({ code }) => code === shape.code)?.border ?? false;
  const colour = value === undefined ? 'map-unknown' : classNameOf(classOf(value, classes));
  const name = `${shape.name}: ${w[measure]} ${value === undefined ? '–' : format.number(value)}`;
  return (
    <path
      d={shape.path}
      className={['commune', colour, border && 'is-border', chosen === shape.code && 'is-chosen']
        .filter(Boolean)
        .join(' ')}
      data-code={shape.code}
      role="button"
      tabIndex={0}
      aria-label={name}
      aria-pressed={chosen === shape.code}
      onClick={() => onChoose(shape.code)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(shape.code);
      }}
    >
      <title>{name}</title>
    </path>
  );
}

interface FigureProps {
  readonly shape: Drawing['communes'][number];
  readonly value: number | undefined;
}

function Figure({ shape, value }: FigureProps) {
  const format = useFormat();
  const [x, y] = shape.label;
  return (
    <text x={x} y={y} className="map-figure" aria-hidden="true">
      {value === undefined ? '' : format.number(value)}
    </text>
  );
}
