import { useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';

import type { MergedCommune } from '../lib/api/shapes.js';
import { useFormat } from '../lib/format.js';
import {
  drawRibbons,
  partsMark,
  ribbonNames,
  type Bar,
  type DrawnRibbon,
  type RibbonNames,
} from '../lib/ribbons.js';
import { defineText, useText } from '../lib/text/define-text.js';
import './ribbon-chart.css';

const ribbonText = defineText(
  {
    chart: 'Từ huyện cũ tới xã, phường mới',
    went: (from: string, to: string, n: string) => `${from} → ${to}: ${n} đơn vị cũ`,
    district: (name: string, n: string) => `${name}: ${n} đơn vị cũ`,
    from: (name: string, parts: string) => `${name}, từ ${parts}`,
    part: (name: string, n: string) => `${name} (${n})`,
  },
  {
    chart: 'From old districts to new communes',
    went: (from: string, to: string, n: string) => `${from} → ${to}: ${n} old units`,
    district: (name: string, n: string) => `${name}: ${n} old units`,
    from: (name: string, parts: string) => `${name}, from ${parts}`,
    part: (name: string, n: string) => `${name} (${n})`,
  },
);

const BAR_PX = 9;
const LEAST_WIDTH_PX = 240;
const EDGE_PX = 10;

interface Props {
  readonly communes: readonly MergedCommune[];
  /** Where the name of a commune leads. */
  readonly linkTo: (code: string) => string;
}

/** Ribbons from the old districts to the new communes; pointing at a name leaves only its ribbons strong. */
export function RibbonChart({ communes, linkTo }: Props) {
  const t = useText(ribbonText);
  const { byName } = useFormat();
  const [ref, width] = useWidth();
  const [chosen, choose] = useState<string | null>(null);
  const { margins, written } = useMemo(() => ribbonNames(communes, width), [communes, width]);
  const x = { from: margins.from + BAR_PX, to: width - margins.to - BAR_PX };
  const {
    districts,
    communes: bars,
    ribbons,
    height,
  } = useMemo(() => drawRibbons(communes, byName, x), [communes, byName, x.from, x.to]);
  const lit = litBy(ribbons, chosen);
  return (
    <div ref={ref} className="flow-chart">
      <svg
        width={width}
        height={height + 2 * EDGE_PX}
        viewBox={`0 ${-EDGE_PX} ${width} ${height + 2 * EDGE_PX}`}
        role="group"
        aria-label={t.chart}
        className={chosen === null ? undefined : 'has-chosen'}
        onPointerLeave={() => choose(null)}
      >
        {ribbons.map((ribbon) => (
          <Ribbon
            key={`${ribbon.district} ${ribbon.commune}`}
            ribbon={ribbon}
            to={bars.find(({ key }) => key === ribbon.commune)?.name ?? ribbon.commune}
            lit={lit.has(ribbon)}
          />
        ))}
        {districts.map((bar, at) => (
          <District
            key={bar.key}
            bar={bar}
            at={at}
            right={margins.from}
            written={written(bar.name)}
            onPoint={() => choose(bar.key)}
          />
        ))}
        {bars.map((bar) => (
          <Commune
            key={bar.key}
            bar={bar}
            left={x.to}
            linkTo={linkTo(bar.key)}
            ribbons={ribbons.filter(({ commune }) => commune === bar.key)}
            written={written}
            onPoint={() => choose(bar.key)}
          />
        ))}
      </svg>
    </div>
  );
}

function litBy(ribbons: readonly DrawnRibbon[], chosen: string | null): ReadonlySet<DrawnRibbon> {
  return new Set(
    ribbons.filter(({ district, commune }) => district === chosen || commune === chosen),
  );
}

/** The width that the chart has, followed when the window changes. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(LEAST_WIDTH_PX);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setWidth(Math.max(LEAST_WIDTH_PX, Math.floor(element.clientWidth))),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width] as const;
}

interface RibbonProps {
  readonly ribbon: DrawnRibbon;
  readonly to: string;
  readonly lit: boolean;
}

function Ribbon({ ribbon: { district, units, from, path }, to, lit }: RibbonProps) {
  const t = useText(ribbonText);
  const { number } = useFormat();
  return (
    <path d={path} className={`ribbon tint-${from % TINTS}${lit ? ' is-lit' : ''}`}>
      <title>{t.went(district, to, number(units))}</title>
    </path>
  );
}

/** As many as ribbon-chart.css has. */
const TINTS = 10;

interface DistrictProps {
  readonly bar: Bar;
  readonly at: number;
  readonly right: number;
  /** Its name, as long as there is room. */
  readonly written: string;
  readonly onPoint: () => void;
}

function District({ bar, at, right, written, onPoint }: DistrictProps) {
  const t = useText(ribbonText);
  const { number } = useFormat();
  return (
    <g onPointerEnter={onPoint}>
      <title>{t.district(bar.name, number(bar.units))}</title>
      <rect
        x={right}
        y={bar.top}
        width={BAR_PX}
        height={bar.height}
        className={`tint-${at % TINTS}`}
      />
      <text x={right - 8} y={bar.top + bar.height / 2} className="district-name">
        {written}
      </text>
    </g>
  );
}

interface CommuneProps {
  readonly bar: Bar;
  readonly left: number;
  readonly linkTo: string;
  readonly ribbons: readonly DrawnRibbon[];
  readonly written: RibbonNames['written'];
  readonly onPoint: () => void;
}

function Commune({ bar, left, linkTo, ribbons, written, onPoint }: CommuneProps) {
  const t = useText(ribbonText);
  const { number } = useFormat();
  const parts = ribbons.map(({ district, units }) => t.part(district, number(units))).join(', ');
  return (
    <Link to={linkTo} onPointerEnter={onPoint} onFocus={onPoint}>
      <title>{t.from(bar.name, parts)}</title>
      <rect x={left} y={bar.top} width={BAR_PX} height={bar.height} className="commune-bar" />
      <text x={left + BAR_PX + 8} y={bar.top + bar.height / 2} className="commune-name">
        {written(bar.name, partsMark(ribbons.length))}
      </text>
    </Link>
  );
}
