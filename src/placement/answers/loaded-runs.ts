import { hashOfFacts } from '../../scenario/facts-hash.js';
import type { ScenarioFacts } from '../../scenario/facts.js';
import { RuleBroken } from '../../shared/errors.js';
import { inputHashOf } from '../input-hash.js';
import { solvePlacement } from '../place.js';
import { explainedPerson, explainedSeat } from '../price/explained.js';
import { pricedRun, type PricedRun } from '../price/priced-run.js';
import {
  ruleRun,
  type RuleRun,
  whatIfByRule,
  whyCellByRule,
  whyNotThereByRule,
  whyPersonByRule,
} from '../price/rule-run.js';
import { warmRun } from '../price/warm-run.js';
import { whatIf } from '../price/what-if.js';
import { whyCell } from '../price/why-cell.js';
import { named } from '../price/described.js';
import { whyNotThere, whyPerson, type WhyPerson } from '../price/why-person.js';
import { withPins } from '../price/with-pins.js';
import type { Change } from '../price/question.js';
import { seatUnitOf } from '../seat-unit.js';
import type { World } from '../world.js';
import type { AnswerOf, Question, RunToLoad } from './price.messages.js';

/** Runs kept ready; a run of a whole province takes tens of megabytes. */
const KEPT = 2;

type Answer = AnswerOf[keyof AnswerOf];

interface Loaded {
  readonly stored: Pick<RunToLoad, 'levels' | 'proposals' | 'basis'>;
  /** The facts without their pins. */
  readonly factsHash: string;
  readonly run: { readonly priced: PricedRun } | { readonly ruled: RuleRun };
}

/** The runs that were asked about last, rebuilt and ready. */
export class LoadedRuns {
  private readonly runs = new Map<string, Loaded>();
  /** How often a run under other pins was found from a loaded one. */
  warm = 0;

  /**
   * @param key the run, and behind the last "/" the pins of now.
   * @throws RuleBroken `placement.run-stale` where the facts are no longer those of the run.
   */
  load(key: string, given: RunToLoad): void {
    if (!given.pinsChanged) mustBeOfRun(given);
    const { levels, proposals, basis } = given;
    const factsHash = hashOfFacts({ ...given.facts, pins: [] });
    const run = this.built(key, given, factsHash);
    this.keep(key, { stored: { levels, proposals, basis }, factsHash, run });
  }

  /** @returns null where the run is not loaded. */
  ask(key: string, question: Question): Answer | null {
    const loaded = this.runs.get(key);
    if (loaded === undefined) return null;
    this.keep(key, loaded);
    return 'priced' in loaded.run
      ? priceAnswer(loaded.run.priced, question, loaded.stored)
      : ruleAnswer(loaded.run.ruled, question, loaded.stored);
  }

  private built(key: string, given: RunToLoad, factsHash: string): Loaded['run'] {
    const { facts, options, proposals, basis, pinsChanged } = given;
    if (basis === 'rule') return { ruled: ruleRun(facts, options, pinsChanged ? null : proposals) };
    if (pinsChanged) return { priced: this.fromLoaded(key, facts, factsHash) ?? solvedAnew(given) };
    return { priced: basis === 'without-conditions' ? solvedAnew(given) : pricedRun(given) };
  }

  /** The same run, loaded before its last pins were set, and followed to the pins of now. */
  private fromLoaded(key: string, facts: ScenarioFacts, factsHash: string): PricedRun | null {
    const own = key.slice(0, key.lastIndexOf('/') + 1);
    for (const [other, { run, factsHash: hash }] of [...this.runs].reverse()) {
      if (!other.startsWith(own) || hash !== factsHash || !('priced' in run)) continue;
      const warm = warmRun(run.priced, facts);
      if (warm === null) continue;
      this.warm++;
      return warm;
    }
    return null;
  }

  /** The last one asked about goes last. */
  private keep(key: string, run: Loaded): void {
    this.runs.delete(key);
    this.runs.set(key, run);
    const oldest = this.runs.keys().next().value;
    if (this.runs.size > KEPT && oldest !== undefined) this.runs.delete(oldest);
  }
}

function priceAnswer(run: PricedRun, question: Question, stored: Loaded['stored']): Answer {
  const { world } = run;
  switch (question.kind) {
    case 'what-if':
      return whatIf(run, atSeat(world, question.change));
    case 'why-person': {
      const why = whyPerson(run, question);
      const isOfAnother = stored.basis === 'without-conditions';
      return isOfAnother ? { ...why, ...asStored(world, question.staffId, stored) } : why;
    }
    case 'why-not-there':
      return whyNotThere(run, question.staffId, placeAt(world, question));
    case 'why-cell': {
      const { unitCode, positionCode } = placeAt(world, question);
      return whyCell(run, unitCode, positionCode, question.most);
    }
    case 'with-pins':
      return withPins(world, run.proposals, stored);
    case 'explain-people':
      return question.staffIds.map((staffId) =>
        explainedPerson(staffId, whyPerson(run, { staffId, most: question.most, commune: null })),
      );
    case 'explain-seats':
      return question.seats.map((at) =>
        explainedSeat(at, whyCell(run, at.unitCode, at.positionCode, question.most)),
      );
  }
}

/** Where the run itself has put a person, and why, while prices are of another placement. */
function asStored(
  world: World,
  staffId: number,
  { proposals }: Loaded['stored'],
): Partial<WhyPerson> {
  const key = world.candidates.find(({ person }) => person.staffId === staffId)?.person.key;
  const line = proposals.find(({ personKey }) => personKey === key);
  if (!line) return {};
  const place = named(world, line.outcome, line.unitCode, line.positionCode);
  return { place, terms: line.terms, reason: line.reason };
}

function ruleAnswer(run: RuleRun, question: Question, stored: Loaded['stored']): Answer {
  const { world } = run;
  switch (question.kind) {
    case 'what-if':
      return whatIfByRule(run, atSeat(world, question.change));
    case 'why-person':
      return whyPersonByRule(run, question);
    case 'why-not-there':
      return whyNotThereByRule(run, question.staffId, placeAt(world, question));
    case 'why-cell':
      return whyCellByRule(run, placeAt(world, question));
    case 'with-pins':
      return withPins(world, run.base.proposals, stored);
    case 'explain-people':
      return question.staffIds.map((staffId) =>
        explainedPerson(staffId, whyPersonByRule(run, { staffId, most: 0, commune: null })),
      );
    case 'explain-seats':
      return question.seats.map((at) => explainedSeat(at, whyCellByRule(run, placeAt(world, at))));
  }
}

function mustBeOfRun({ facts, options, inputHash }: RunToLoad): void {
  if (inputHashOf(facts, options) === inputHash) return;
  throw new RuleBroken(
    'placement.run-stale',
    'Chỉ định hoặc số liệu của phương án đã thay đổi sau lần chạy này. Hãy chạy lại bố trí rồi hỏi tiếp.',
  );
}

/** Where the stored placement is not the best of the levels, prices are asked of the one that is. */
function solvedAnew({ facts, options }: RunToLoad): PricedRun {
  const { result } = solvePlacement(facts, options);
  const { proposals, potentials } = result;
  return pricedRun({ facts, options, proposals, potentials });
}

interface Place {
  readonly unitCode: string;
  readonly positionCode: string;
}

/** A commune means its division that holds the seats. */
function placeAt(world: World, { unitCode, positionCode }: Place): Place {
  return { unitCode: seatUnitOf(world, unitCode, positionCode), positionCode };
}

function atSeat(world: World, change: Change): Change {
  return change.kind === 'pin' || change.kind === 'seats'
    ? { ...change, ...placeAt(world, change) }
    : change;
}
