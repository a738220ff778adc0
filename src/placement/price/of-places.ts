/**
 * The best of one person's alternatives, all priced at once: they all end where the person leaves (`of-person.ts`), so one
 * search backward from there is enough. Whom to ask for the chain is left until somebody asks.
 */
import type { Answer } from './answer.js';
import { answerOf, doorOf, exitOf, type Ask, type Door } from './of-person.js';
import { compareVectors, unpacked } from './packing.js';
import { less, sumOf, type Vector } from './place-costs.js';
import type { PriceState } from './price-state.js';
import { Vicinity } from './vicinity.js';

/** An alternative that is open, and where it stands among the others. */
export interface OpenAsk {
  readonly ask: Ask;
  /** The exact change of the levels. */
  readonly change: Vector;
  /** The same with who moves; of equally good chains the one that moves fewest people. */
  answer(): Answer;
}

/** Alternatives that somebody can be put into, in the order of the asks. @param person null = somebody new. */
export function openAsks(
  state: PriceState,
  person: number | null,
  asks: readonly Ask[],
): OpenAsk[] {
  const alternatives = new Alternatives(state, person);
  return asks.flatMap((ask) => alternatives.open(ask) ?? []);
}

/** The best one; of equally good ones the one that moves fewest people, then the first. Null where none is open. */
export function bestAnswer(
  state: PriceState,
  person: number | null,
  asks: readonly Ask[],
): Answer | null {
  const open = openAsks(state, person, asks);
  let least: Vector | null = null;
  for (const { change } of open) {
    if (least === null || compareVectors(change, least) < 0) least = change;
  }
  let best: Answer | null = null;
  for (const each of open) {
    if (compareVectors(each.change, least!) !== 0) continue;
    const answer = each.answer();
    if (best === null || answer.moves.length < best.moves.length) best = answer;
  }
  return best;
}

class Alternatives {
  private readonly exit: Door;
  private readonly vicinity: Vicinity;
  private readonly from: number | null;

  constructor(
    private readonly state: PriceState,
    private readonly person: number | null,
  ) {
    this.exit = exitOf(state, person);
    this.vicinity = new Vicinity(state, this.exit.node, 'into');
    this.from = person === null ? null : state.graph.arcPlace[state.current[person]!]!;
  }

  open(ask: Ask): OpenAsk | null {
    const entry = doorOf(this.state, this.person, ask);
    if (!this.vicinity.isReached(entry.node)) return null;
    return { ask, change: this.changeBy(entry), answer: () => this.answerAt(ask, entry) };
  }

  /**
   * What the chain really costs is its length in reduced costs, less the potential of its first place, plus that of its last.
   * What the door costs may be beyond what words hold, so it is added by level.
   */
  private changeBy({ node, costs }: Door): Vector {
    const { potential, packing } = this.state;
    const length = this.vicinity.lengthAt(node);
    const chain = potential.map(
      (prices, word) => length[word]! - prices[node]! + prices[this.exit.node]!,
    );
    return sumOf(less(costs, this.exit.costs), unpacked(packing, chain));
  }

  private answerAt(ask: Ask, entry: Door): Answer {
    const move = { person: this.person, from: this.from, to: ask.place };
    const steps = this.vicinity.stepsAt(entry.node);
    return answerOf(this.state, steps, { exit: this.exit, entry, move });
  }
}
