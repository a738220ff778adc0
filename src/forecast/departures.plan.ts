import { firstDayOf, monthOf } from '../rules/months.js';
import {
  retirementOf,
  type RetirementAnswer,
  type RetirementContext,
} from '../rules/retirement.rules.js';
import type { Block, Sex } from '../rules/vocabulary.js';
import type { Day, PartialDay } from '../shared/day.js';

/** A posting of a person on the first day, as the gap counts it. */
export interface Holder {
  readonly staffId: number;
  readonly communeCode: string;
  readonly unitCode: string;
  readonly positionCode: string;
  readonly block: Block | null;
  readonly main: boolean;
  readonly seated: boolean;
  readonly qualified: boolean;
  readonly absent: boolean;
  /** Qualified help in a position that is not the own. */
  readonly covers: boolean;
  readonly bornOn: PartialDay | null;
  readonly sex: Sex | null;
  /** The first day without the posting; null = open. */
  readonly endsOn: Day | null;
}

/** Why a posting ends: its person retires, or its own span is over. */
export type DepartureKind = 'retirement' | 'end-of-posting';

export interface Departure<H extends Holder = Holder> {
  readonly holder: H;
  readonly kind: DepartureKind;
  /** The first days without, at the earliest and at the latest. */
  readonly earliestOn: Day;
  readonly latestOn: Day;
}

/** Who leaves when, and whom the files say nothing certain about. */
export interface Departures<H extends Holder = Holder> {
  /** By earliest day, then person. */
  readonly all: readonly Departure<H>[];
  /** Main holders whose birth or sex is missing. */
  readonly undated: readonly H[];
  /** Main holders who are past the age already: prolonged, or a slip in the file. */
  readonly overdue: readonly H[];
}

/**
 * Every posting that ends from a day on: with the retirement of its person, or with its own span, whichever is first.
 *
 * @param from departures before or on it count as overdue.
 * @source Decree 135/2020/NĐ-CP (retirement, appendix I: nobody is forced to the lower age of appendix II)
 */
export function departuresOf<H extends Holder>(
  holders: readonly H[],
  from: Day,
  context: RetirementContext,
): Departures<H> {
  const all: Departure<H>[] = [];
  const [undated, overdue]: [H[], H[]] = [[], []];
  for (const holder of holders) {
    const answer = retirementOf(holder, 'I', context);
    if (holder.main && answer.kind === 'unknown') undated.push(holder);
    if (holder.main && isOverdue(answer, from)) overdue.push(holder);
    const departure = departureOf(holder, answer, from);
    if (departure) all.push(departure);
  }
  return { all: all.sort(byDay), undated, overdue };
}

function isOverdue(answer: RetirementAnswer, from: Day): boolean {
  if (answer.kind === 'before-decree') return true;
  return answer.kind === 'dated' && answer.latest.retiresOn <= from;
}

function departureOf<H extends Holder>(
  holder: H,
  answer: RetirementAnswer,
  from: Day,
): Departure<H> | null {
  const end = holder.endsOn !== null && holder.endsOn > from ? holder.endsOn : null;
  const dated = answer.kind === 'dated' && !isOverdue(answer, from) ? answer : null;
  if (dated && (end === null || dated.earliest.retiresOn < end)) {
    const latestOn = least(dated.latest.retiresOn, end);
    // Whose earliest month has passed without leaving leaves with the next at the earliest.
    const earliestOn =
      dated.earliest.retiresOn <= from ? firstDayOf(monthOf(from) + 1) : dated.earliest.retiresOn;
    return { holder, kind: 'retirement', earliestOn, latestOn };
  }
  if (end === null) return null;
  return { holder, kind: 'end-of-posting', earliestOn: end, latestOn: end };
}

function least(day: Day, end: Day | null): Day {
  return end !== null && end < day ? end : day;
}

function byDay(a: Departure, b: Departure): number {
  if (a.earliestOn !== b.earliestOn) return a.earliestOn < b.earliestOn ? -1 : 1;
  return a.holder.staffId - b.holder.staffId;
}
