import { addDays, type Day } from '../../../shared/day.js';
import type { Mark } from '../../mark.js';
import { verdictOf } from '../../three-way.rules.js';
import type { ThingFault, ThingSpans, ThingValues } from './thing-values.js';

/** A thing as the registry has it. */
export interface KnownThing {
  readonly id: number;
  readonly values: ThingValues;
}

/** A row, in the words of the registry. */
export interface SaidThing {
  readonly said: ThingValues;
  readonly mark: Mark | null;
  /** What its sender's last sheet said of the same thing; null = nothing. */
  readonly before: ThingValues | null;
  /** To questions of the row, by column. */
  readonly answers: ReadonlyMap<string, string>;
}

/** What a row makes of the registry. */
export interface ThingStep {
  /** What stood there; null = nothing. */
  readonly before: KnownThing | null;
  readonly after: ThingValues;
  /** `before` ends where `after` begins, else `after` stands in its place. */
  readonly continues: boolean;
  readonly changed: readonly string[];
  readonly faults: readonly ThingFault[];
  readonly asked: readonly AskedColumn[];
}

/** A column that the registry and the file say differently, and have both a say in. */
export interface AskedColumn {
  readonly column: string;
  /** Where the registry's value stays if nobody says otherwise, that is the answer. */
  readonly answer: string | null;
  /** Later than what: the export that the row comes from, or the sender's last sheet. */
  readonly since: 'export' | 'last-sheet';
  /** The file says what it said before, the registry something else. */
  readonly stays: boolean;
}

/** A span of a key as it will be. */
interface Span {
  readonly known: KnownThing | null;
  readonly startsOn: Day;
  endsOn: Day | null;
  /** The row that has spoken of it. */
  row: number | null;
}

const FILE = 'file';
const REGISTRY = 'registry';
const OF_SPAN = new Set(['starts_on', 'last_on']);

/**
 * What rows make of the registry, one after another.
 *
 * @param known all things of the table, by key
 * @returns one step a row; spans of one key that would overlap are faults.
 */
export function thingSteps(
  rows: readonly SaidThing[],
  known: ReadonlyMap<string, readonly KnownThing[]>,
  { sheet, asOf }: { readonly sheet: ThingSpans; readonly asOf: Day },
): ThingStep[] {
  const spans = new Map<string, Span[]>();
  const spansOf = (key: string): Span[] => {
    const found = spans.get(key) ?? (known.get(key) ?? []).map(spanOf);
    spans.set(key, found);
    return found;
  };
  const steps = rows.map((row, index) => {
    const own = spansOf(sheet.keyOf(row.said));
    return sheet.span === null
      ? plainStep(row, own, { index, sheet })
      : spanStep(row, own, { index, sheet, asOf });
  });
  const overlaps = new Map([...spans.values()].flatMap(overlapping));
  return steps.map((step, index) => {
    const overlap = overlaps.get(index);
    return overlap === undefined ? step : { ...step, faults: [...step.faults, overlap] };
  });
}

interface Place {
  readonly index: number;
  readonly sheet: ThingSpans;
}

function plainStep(row: SaidThing, own: Span[], { index, sheet }: Place): ThingStep {
  const target = own[0];
  if (target === undefined) return begun(row, own, { index, sheet, startsOn: '' });
  return edited(row, target, index);
}

function spanStep(
  row: SaidThing,
  own: Span[],
  { index, sheet, asOf }: Place & { readonly asOf: Day },
): ThingStep {
  const spoken = row.said['starts_on'] as Day | null | undefined;
  const day = spoken ?? asOf;
  const exact = own.find(({ startsOn }) => startsOn === day);
  const over = own.find(
    ({ startsOn, endsOn }) => startsOn < day && (endsOn === null || endsOn > day),
  );
  if (exact !== undefined) return edited(row, exact, index);
  if (over === undefined || (sheet.span === 'correct' && spoken != null)) {
    const ended = own.filter(({ endsOn }) => endsOn !== null && endsOn <= day).at(-1);
    const asked = spoken == null && ended?.known ? endedSince(row, ended.known) : null;
    if (asked !== null && ended?.known && asked.every(({ answer }) => answer !== FILE))
      return leftEnded(ended, ended.known, { index, asked });
    return { ...begun(row, own, { index, sheet, startsOn: day }), asked: asked ?? [] };
  }
  return sheet.span === 'correct'
    ? edited(row, over, index)
    : continued(row, over, { own, index, day });
}

function edited(row: SaidThing, span: Span, index: number): ThingStep {
  const { values, asked } = met(row, span.known);
  const startsOn = span.known === null ? span.startsOn : span.known.values['starts_on'];
  const after = startsOn === undefined ? values : { ...values, starts_on: startsOn };
  const twice = span.row === null ? [] : [TWICE];
  span.row = index;
  if ('last_on' in row.said) span.endsOn = endOf(after);
  return step({ before: span.known, after, continues: false }, [...twice, ...order(after)], asked);
}

function begun(
  { said }: SaidThing,
  own: Span[],
  { index, sheet, startsOn }: Place & { readonly startsOn: Day },
): ThingStep {
  const after = { ...sheet.usual, ...said, ...(startsOn !== '' && { starts_on: startsOn }) };
  own.push({ known: null, startsOn, endsOn: endOf(after), row: index });
  return step({ before: null, after, continues: false }, order(after), []);
}

/**
 * Whether a row says of a thing that has been ended only what it said while the thing was there.
 *
 * @returns what is asked then; null = the row says something new, so the thing begins again.
 */
function endedSince(
  { said, mark, before, answers }: SaidThing,
  known: KnownThing,
): readonly AskedColumn[] | null {
  const own = mark?.staffId === known.id ? mark : null;
  const went = own?.went ?? saidAs(before ?? {});
  const isNew = Object.entries(said).some(([column, value]) => went(column, value) === false);
  if (isNew || (own === null && before === null)) return null;
  if (own !== null) return [];
  const answer = answers.get('last_on') ?? REGISTRY;
  return [{ column: 'last_on', answer, since: 'last-sheet', stays: true }];
}

/** The registry's end is later than what the row says, and stays. */
function leftEnded(
  span: Span,
  known: KnownThing,
  { index, asked }: { readonly index: number; readonly asked: readonly AskedColumn[] },
): ThingStep {
  span.row = index;
  return step({ before: known, after: known.values, continues: false }, [], asked);
}

/** From that day on; where nothing is new the span goes on as it is. */
function continued(
  row: SaidThing,
  span: Span,
  { own, index, day }: { readonly own: Span[]; readonly index: number; readonly day: Day },
): ThingStep {
  const { values, asked } = met(row, span.known);
  const known = span.known?.values ?? {};
  const last = values['last_on'] ?? known['last_on'] ?? null;
  const isNew = Object.entries(values).some(
    ([column, value]) => !OF_SPAN.has(column) && !equal(value, known[column]),
  );
  if (span.row !== null)
    return step({ before: span.known, after: known, continues: false }, [TWICE], asked);
  if (!isNew && equal(last, known['last_on'])) {
    span.row = index;
    return step({ before: span.known, after: known, continues: false }, [], asked);
  }
  if (!isNew) {
    span.row = index;
    const after = { ...known, last_on: last };
    span.endsOn = endOf(after);
    return step({ before: span.known, after, continues: false }, order(after), asked);
  }
  const after = { ...values, starts_on: day, last_on: last };
  span.endsOn = day;
  own.push({ known: null, startsOn: day, endsOn: endOf(after), row: index });
  return step({ before: span.known, after, continues: true }, order(after), asked);
}

function step(
  { before, after, continues }: Pick<ThingStep, 'before' | 'after' | 'continues'>,
  faults: readonly ThingFault[],
  asked: ThingStep['asked'],
): ThingStep {
  const known = before?.values ?? {};
  const changed = Object.keys(after).filter((column) => !equal(after[column], known[column]));
  return { before, after, continues, changed, faults, asked };
}

/** The file's values over those of the registry, but for later edits that an older export or the sender's last sheet lacks. */
function met(
  { said, mark, before, answers }: SaidThing,
  known: KnownThing | null,
): { readonly values: ThingValues; readonly asked: ThingStep['asked'] } {
  if (known === null) return { values: said, asked: [] };
  const own = mark?.staffId === known.id ? mark : null;
  const since = own === null ? 'last-sheet' : 'export';
  const went = own?.went ?? saidAs(before ?? {});
  const values = { ...known.values };
  const asked: AskedColumn[] = [];
  for (const [column, value] of Object.entries(said)) {
    if (column === 'starts_on') continue;
    const verdict = verdictOf(
      JSON.stringify(value),
      JSON.stringify(known.values[column] ?? null),
      went(column, value) === null ? null : (text) => went(column, JSON.parse(text)) === true,
    );
    const stays = verdict === 'registry' && since === 'last-sheet';
    const answer = answers.get(column) ?? (stays ? REGISTRY : null);
    const isAsked = verdict === 'question' || stays;
    if (isAsked) asked.push({ column, answer, since, stays });
    if (verdict === 'file' || (isAsked && answer === FILE)) values[column] = value;
  }
  return { values, asked };
}

/** A column that the last sheet lacked says nothing. */
function saidAs(before: ThingValues): Mark['went'] {
  return (column, value) => (column in before ? equal(before[column], value) : null);
}

function overlapping(spans: readonly Span[]): readonly (readonly [number, ThingFault])[] {
  const sorted = [...spans].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  return sorted.flatMap((span, index): (readonly [number, ThingFault])[] => {
    const next = sorted[index + 1];
    if (next === undefined || (span.endsOn !== null && span.endsOn <= next.startsOn)) return [];
    const row = next.row ?? span.row;
    return row === null ? [] : [[row, OVERLAP]];
  });
}

function spanOf(known: KnownThing): Span {
  const startsOn = (known.values['starts_on'] as Day | undefined) ?? '';
  return { known, startsOn, endsOn: endOf(known.values), row: null };
}

function endOf(values: ThingValues): Day | null {
  const last = values['last_on'] as Day | null | undefined;
  return last == null ? null : addDays(last, 1);
}

function order(values: ThingValues): ThingFault[] {
  const [first, last] = [values['starts_on'], values['last_on']] as (Day | null | undefined)[];
  return first != null && last != null && last < first ? [ORDER] : [];
}

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

const ORDER: ThingFault = {
  column: 'last_on',
  code: 'roster.days-out-of-order',
  message: 'Ngày kết thúc đứng trước ngày bắt đầu. Hãy sửa một trong hai ô.',
};
const TWICE: ThingFault = {
  column: '',
  code: 'registry.row-twice',
  message: 'Dòng này nói về cùng một mục với một dòng khác. Hãy chỉ giữ một dòng.',
};
const OVERLAP: ThingFault = {
  column: 'starts_on',
  code: 'registry.span-overlaps',
  message:
    'Khoảng thời gian ở dòng này trùng với một khoảng khác của cùng mã. Hãy ghi "Đến hết ngày" cho khoảng trước, hoặc ghi đúng "Từ ngày" của khoảng đã có trong sổ để sửa nó.',
};
