import { placeText, type AnswerView, type MoveView } from './described.js';
import type { Filler, WhyCell } from './why-cell.js';
import type { WhyPerson } from './why-person.js';

/** A change in words: what it does to the aims, and who moves, one sentence each. */
export interface ToldChange {
  readonly place: string;
  readonly summary: string;
  readonly moves: readonly Pick<MoveView, 'staffId' | 'sentence'>[];
}

/** Why a person is not elsewhere, short enough for a list of the whole province. */
export interface ExplainedPerson {
  readonly staffId: number;
  readonly open: number;
  /** The next best places first. */
  readonly next: readonly ToldChange[];
  readonly closed: readonly { readonly reason: string; readonly places: number }[];
}

/** Who could take a seat that nobody qualified holds. */
export interface ExplainedSeat {
  readonly unitCode: string;
  readonly positionCode: string;
  readonly place: string;
  readonly seats: number;
  readonly verdict: string;
  readonly qualified: readonly (ToldChange & Pick<Filler, 'staffId' | 'fullName'>)[];
  readonly trainees: readonly (ToldChange & Pick<Filler, 'staffId' | 'fullName'>)[];
  readonly barred: readonly { readonly reason: string; readonly people: number }[];
}

export function explainedPerson(staffId: number, why: WhyPerson): ExplainedPerson {
  return {
    staffId,
    open: why.open,
    next: why.alternatives.map((each) => ({ place: placeText(each.place), ...told(each) })),
    closed: why.closed.map(({ reason, places }) => ({ reason, places: places.length })),
  };
}

export function explainedSeat(
  { unitCode, positionCode }: Pick<ExplainedSeat, 'unitCode' | 'positionCode'>,
  why: WhyCell,
): ExplainedSeat {
  const fillers = (people: readonly Filler[]) =>
    people.map((each) => ({
      staffId: each.staffId,
      fullName: each.fullName,
      place: placeText(each.from),
      ...told(each),
    }));
  return {
    unitCode,
    positionCode,
    place: placeText(why.place),
    seats: why.seats,
    verdict: why.verdict,
    qualified: fillers(why.qualified),
    trainees: fillers(why.trainees),
    barred: why.barred.map(({ reason, people }) => ({ reason, people })),
  };
}

function told({ summary, moves }: AnswerView): Omit<ToldChange, 'place'> {
  return { summary, moves: moves.map(({ staffId, sentence }) => ({ staffId, sentence })) };
}
