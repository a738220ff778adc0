import { firstDayOf, monthOf } from '../rules/months.js';
import type { RetirementContext } from '../rules/retirement.rules.js';
import type { Day } from '../shared/day.js';
import { departuresOf, type Departure, type Departures, type Holder } from './departures.plan.js';
import { FutureCells, type CellFact, type CellFigures } from './future-cells.plan.js';

export interface ForecastInput<H extends Holder = Holder, C extends CellFact = CellFact> {
  /** What is counted stands on this day. */
  readonly from: Day;
  /** The first day after the last month. */
  readonly until: Day;
  readonly holders: readonly H[];
  readonly cells: readonly C[];
}

/** What lies between the two ends that the files allow; the same twice where every month of birth is known. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The figures on the first day of a month, everything before it counted. */
export interface ForecastPoint {
  readonly on: Day;
  /** People who have retired since the first day. */
  readonly retired: Range;
  /** Secondments and terms that have ended since then. */
  readonly ended: number;
  readonly surplus: Range;
  readonly shortage: Range;
}

/** A departure after which the commune has nobody qualified for a position in which it has seats. */
export interface LastHolder {
  readonly staffId: number;
  readonly communeCode: string;
  readonly positionCode: string;
  readonly earliestOn: Day;
}

export interface FutureCell<C extends CellFact = CellFact> {
  readonly fact: C;
  readonly now: CellFigures;
  readonly surplus: Range;
  readonly shortage: Range;
}

export interface Forecast<H extends Holder = Holder, C extends CellFact = CellFact> {
  readonly departures: Departures<H>;
  /** The first day, then every first of a month to the end. */
  readonly points: readonly ForecastPoint[];
  readonly lastHolders: readonly LastHolder[];
  /** Cells whose figures change until the end, in the order given. */
  readonly cells: readonly FutureCell<C>[];
}

type End = 'earliestOn' | 'latestOn';

interface Course {
  readonly points: readonly (CellFigures & { readonly retired: number; readonly ended: number })[];
  readonly lastHolders: readonly LastHolder[];
  readonly cells: FutureCells;
}

/**
 * Month by month: who leaves, and what is then surplus and short if nobody is moved and nobody comes.
 *
 * Two courses are run, one with every departure at its earliest, one at its latest; each figure is what lies between them.
 *
 * @source Decree 135/2020/NĐ-CP (retirement); Decree 170/2025/NĐ-CP art. 26 (end of a secondment)
 */
export function forecastOf<H extends Holder, C extends CellFact>(
  input: ForecastInput<H, C>,
  context: RetirementContext,
): Forecast<H, C> {
  const departures = departuresOf(input.holders, input.from, context);
  const days = daysOf(input);
  const earliest = courseOf(input, departures.all, days, 'earliestOn');
  const latest = courseOf(input, departures.all, days, 'latestOn');
  return {
    departures: {
      ...departures,
      all: departures.all.filter(({ earliestOn }) => earliestOn <= input.until),
    },
    points: days.map((on, at) => pointOf(on, earliest.points[at], latest.points[at])),
    lastHolders: earliest.lastHolders,
    cells: futureCells(input.cells, input.holders, { earliest, latest }).filter(hasChanged),
  };
}

/**
 * Where people are surplus or seats short on the first day of a month, if nobody is moved and nobody comes: the figures of
 * the cells of `forecastOf`'s point of that day, which they add up to in each course.
 *
 * @returns the cells that have something then, in the order given.
 * @source as `forecastOf`
 */
export function cellsOn<C extends CellFact>(
  { from, holders, cells, on }: CellsAsked<C>,
  context: RetirementContext,
): FutureCell<C>[] {
  const input = { from, until: on, holders, cells };
  const departures = departuresOf(holders, from, context).all;
  const days = daysOf(input);
  const earliest = courseOf(input, departures, days, 'earliestOn');
  const latest = courseOf(input, departures, days, 'latestOn');
  return futureCells(cells, holders, { earliest, latest }).filter(
    ({ surplus, shortage }) => surplus.high > 0 || shortage.high > 0,
  );
}

interface CellsAsked<C> extends Pick<ForecastInput, 'from' | 'holders'> {
  readonly cells: readonly C[];
  /** The first day, or the first of a month after it. */
  readonly on: Day;
}

function daysOf({ from, until }: ForecastInput): Day[] {
  const days = [from];
  for (let month = monthOf(from) + 1; firstDayOf(month) <= until; month++) {
    days.push(firstDayOf(month));
  }
  return days;
}

function courseOf(
  input: ForecastInput,
  departures: readonly Departure[],
  days: readonly Day[],
  end: End,
): Course {
  const cells = new FutureCells(input.cells, input.holders);
  const ordered = [...departures].sort((a, b) => (a[end] < b[end] ? -1 : Number(a[end] > b[end])));
  const lastHolders: LastHolder[] = [];
  let [next, retired, ended] = [0, 0, 0];
  const points = days.map((on) => {
    for (; next < ordered.length && (ordered[next]?.[end] ?? on) <= on; next++) {
      const departure = ordered[next];
      if (!departure) break;
      if (cells.leave(departure.holder)) lastHolders.push(lastHolderOf(departure));
      if (departure.kind === 'end-of-posting') ended += 1;
      else if (departure.holder.main) retired += 1;
    }
    return { ...cells.totals, retired, ended };
  });
  return { points, lastHolders, cells };
}

function lastHolderOf({ holder, earliestOn }: Departure): LastHolder {
  const { staffId, communeCode, positionCode } = holder;
  return { staffId, communeCode, positionCode, earliestOn };
}

function pointOf(
  on: Day,
  early: Course['points'][number] | undefined,
  late: Course['points'][number] | undefined,
): ForecastPoint {
  if (!early || !late) throw new Error(`no figures on ${on}`);
  return {
    on,
    retired: rangeOf(early.retired, late.retired),
    ended: late.ended,
    surplus: rangeOf(early.surplus, late.surplus),
    shortage: rangeOf(early.shortage, late.shortage),
  };
}

function futureCells<C extends CellFact>(
  facts: readonly C[],
  holders: readonly Holder[],
  { earliest, latest }: { readonly earliest: Course; readonly latest: Course },
): FutureCell<C>[] {
  const start = new FutureCells(facts, holders);
  return facts.map((fact) => {
    const [early, late] = [earliest.cells.figuresOf(fact), latest.cells.figuresOf(fact)];
    const surplus = rangeOf(early.surplus, late.surplus);
    const shortage = rangeOf(early.shortage, late.shortage);
    return { fact, now: start.figuresOf(fact), surplus, shortage };
  });
}

function hasChanged({ now, surplus, shortage }: FutureCell): boolean {
  return differs(now.surplus, surplus) || differs(now.shortage, shortage);
}

function differs(now: number, { low, high }: Range): boolean {
  return low !== now || high !== now;
}

function rangeOf(one: number, other: number): Range {
  return { low: Math.min(one, other), high: Math.max(one, other) };
}
