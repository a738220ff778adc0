import type { MergedCommune } from './api/shapes.js';

/** A ribbon from an old district to a new commune; `units` old communes went that way. */
export interface Ribbon {
  readonly district: string;
  readonly commune: string;
  readonly units: number;
}

/** A bar of the chart: an old district on the left, a new commune on the right. */
export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly units: number;
  readonly top: number;
  readonly height: number;
}

export interface DrawnRibbon extends Ribbon {
  /** Place of the district among the bars of the left: its colour. */
  readonly from: number;
  readonly path: string;
}

export interface RibbonDrawing {
  readonly districts: readonly Bar[];
  readonly communes: readonly Bar[];
  readonly ribbons: readonly DrawnRibbon[];
  readonly height: number;
}

/** Room for a line of text at each commune, however few units it joins. */
const UNIT_PX = 6;
const COMMUNE_GAP_PX = 8;
const LEAST_PX = 8;

/** Below this width names are written short, in a smaller letter. */
const NARROW_PX = 480;
/** About the widths of a letter; that no name is cut is held by a test in the browser. */
const LETTER_PX = { wide: 7.6, narrow: 6.2 } as const;
/** Room between a bar and its name, and the bar. */
const BESIDE_PX = 17;
/** Most that the names of one side take of the chart. */
const NAMES_SHARE = 0.46;

const SHORT_KINDS = [
  ['Thành phố ', 'TP. '],
  ['Thị xã ', 'TX. '],
  ['Thị trấn ', 'TT. '],
  ['Đặc khu ', 'ĐK. '],
  ['Huyện ', 'H. '],
  ['Quận ', 'Q. '],
  ['Phường ', 'P. '],
] as const;

/** What fits beside the bars of a chart so wide. */
export interface RibbonNames {
  /** From the side of the chart to the bars, in px. */
  readonly margins: { readonly from: number; readonly to: number };
  /** The name of a bar as it is written there, with what stands after it. */
  readonly written: (name: string, after?: string) => string;
}

/** @param width of the whole chart, in px. */
export function ribbonNames(communes: readonly MergedCommune[], width: number): RibbonNames {
  const narrow = width < NARROW_PX;
  const letter = LETTER_PX[narrow ? 'narrow' : 'wide'];
  const most = Math.floor((width * NAMES_SHARE - BESIDE_PX) / letter);
  const written = (name: string, after = ''): string => {
    const short = narrow ? withShortKind(name) : name;
    if (short.length + after.length <= most) return short + after;
    return `${short.slice(0, most - after.length - 1).trimEnd()}…${after}`;
  };
  const room = (names: readonly string[]): number =>
    Math.round(Math.max(0, ...names.map((name) => written(name).length)) * letter + BESIDE_PX);
  const ofCommunes = communes.map((each) => {
    const from = countByDistrict(each.oldUnits).size;
    return each.name + partsMark(from);
  });
  const districts = communes.flatMap(({ oldUnits }) => [...countByDistrict(oldUnits).keys()]);
  return { margins: { from: room(districts), to: room(ofCommunes) }, written };
}

/** The sign at a commune that was made of units of several districts. */
export function partsMark(districts: number): string {
  return districts > 1 ? ` ×${districts}` : '';
}

function withShortKind(name: string): string {
  const kind = SHORT_KINDS.find(([long]) => name.startsWith(long));
  return kind === undefined ? name : kind[1] + name.slice(kind[0].length);
}

export function ribbonsOf(communes: readonly MergedCommune[]): Ribbon[] {
  return communes.flatMap(({ code, oldUnits }) =>
    [...countByDistrict(oldUnits)].map(([district, units]) => ({ district, commune: code, units })),
  );
}

/** Number of old units by old district. */
export function countByDistrict(oldUnits: MergedCommune['oldUnits']): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { districtName } of oldUnits) {
    const district = districtName ?? '';
    counts.set(district, (counts.get(district) ?? 0) + 1);
  }
  return counts;
}

/**
 * Lays the chart out: communes by the district that most of their units come from, so that few ribbons cross.
 *
 * @param inner the stretch between the bars of both sides, from x to x.
 */
export function drawRibbons(
  communes: readonly MergedCommune[],
  byName: (a: string, b: string) => number,
  inner: { readonly from: number; readonly to: number },
): RibbonDrawing {
  const all = ribbonsOf(communes);
  const districts = [...new Set(all.map(({ district }) => district))].sort(byName);
  const of = (code: string) => all.filter(({ commune }) => commune === code);
  const main = (code: string) => {
    const most = [...of(code)].sort((a, b) => b.units - a.units)[0];
    return districts.indexOf(most?.district ?? '');
  };
  const right = [...communes].sort((a, b) => main(a.code) - main(b.code) || byName(a.name, b.name));
  const rightBars = stacked(
    right.map(({ code, name }) => ({ key: code, name, units: sum(of(code)) })),
    COMMUNE_GAP_PX,
  );
  const height = bottom(rightBars);
  const leftUnits = districts.map((district) => ({
    key: district,
    name: district,
    units: sum(all.filter((each) => each.district === district)),
  }));
  const used = leftUnits.reduce((total, { units }) => total + heightOf(units), 0);
  const leftBars = stacked(leftUnits, (height - used) / Math.max(1, districts.length - 1));
  return {
    districts: leftBars,
    communes: rightBars,
    ribbons: pathsOf(all, leftBars, rightBars, inner),
    height,
  };
}

function sum(ribbons: readonly Ribbon[]): number {
  return ribbons.reduce((total, { units }) => total + units, 0);
}

function heightOf(units: number): number {
  return Math.max(LEAST_PX, units * UNIT_PX);
}

function stacked(nodes: readonly Omit<Bar, 'top' | 'height'>[], gap: number): Bar[] {
  let top = 0;
  return nodes.map((node) => {
    const bar = { ...node, top, height: heightOf(node.units) };
    top += bar.height + gap;
    return bar;
  });
}

function bottom(bars: readonly Bar[]): number {
  const last = bars.at(-1);
  return last ? last.top + last.height : 0;
}

/** Each ribbon leaves and reaches its bars below the one before it. */
function pathsOf(
  all: readonly Ribbon[],
  left: readonly Bar[],
  right: readonly Bar[],
  { from: x1, to: x2 }: { readonly from: number; readonly to: number },
): DrawnRibbon[] {
  const ends = new Map([...left, ...right].map((bar) => [bar, bar.top]));
  const place = (bar: Bar, units: number): number => {
    const top = ends.get(bar) ?? 0;
    ends.set(bar, top + (bar.height * units) / bar.units);
    return top;
  };
  return right.flatMap((commune) =>
    left.flatMap((district, from) => {
      const ribbon = all.find(
        (each) => each.commune === commune.key && each.district === district.key,
      );
      if (!ribbon) return [];
      const y1 = place(district, ribbon.units);
      const y2 = place(commune, ribbon.units);
      const h1 = (district.height * ribbon.units) / district.units;
      const h2 = (commune.height * ribbon.units) / commune.units;
      const middle = (x1 + x2) / 2;
      const path = `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}V${y2 + h2}C${middle} ${y2 + h2} ${middle} ${y1 + h1} ${x1} ${y1 + h1}Z`;
      return [{ ...ribbon, from, path }];
    }),
  );
}
