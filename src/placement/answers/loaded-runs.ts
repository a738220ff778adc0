import { hashOfFacts } from '../../scenario/facts-hash.js';
import { RuleBroken } from '../../shared/errors.js';
import { solvePlacement } from '../place.js';
import { pricedRun, type PricedRun, type StoredRun } from '../price/priced-run.js';
import { whatIf } from '../price/what-if.js';
import { whyCell } from '../price/why-cell.js';
import { whyNotThere, whyPerson } from '../price/why-person.js';
import type { Change } from '../price/question.js';
import { seatUnitOf } from '../seat-unit.js';
import type { AnswerOf, Question, RunToLoad } from './price.messages.js';

/** Runs kept ready; a run of a whole province takes tens of megabytes. */
const KEPT = 2;

/** The runs that were asked about last, rebuilt and ready. */
export class LoadedRuns {
  private readonly runs = new Map<string, PricedRun>();

  /** @throws RuleBroken `placement.run-stale` where the facts are no longer those of the run. */
  load(key: string, run: RunToLoad): void {
    if (run.pinsChanged) {
      this.keep(key, pricedRun(solvedAnew(run)));
      return;
    }
    if (hashOfFacts(run.facts) !== run.inputHash) {
      throw new RuleBroken(
        'placement.run-stale',
        'Chỉ định hoặc số liệu của phương án đã thay đổi sau lần chạy này. Hãy chạy lại bố trí rồi hỏi tiếp.',
      );
    }
    this.keep(key, pricedRun(run));
  }

  /** @returns null where the run is not loaded. */
  ask(key: string, question: Question): AnswerOf[keyof AnswerOf] | null {
    const run = this.runs.get(key);
    if (run === undefined) return null;
    this.keep(key, run);
    switch (question.kind) {
      case 'what-if':
        return whatIf(run, atSeat(run, question.change));
      case 'why-person':
        return whyPerson(run, question);
      case 'why-not-there':
        return whyNotThere(run, question.staffId, placeAt(run, question));
      case 'why-cell': {
        const { unitCode, positionCode } = placeAt(run, question);
        return whyCell(run, unitCode, positionCode, question.most);
      }
    }
  }

  /** The last one asked about goes last. */
  private keep(key: string, run: PricedRun): void {
    this.runs.delete(key);
    this.runs.set(key, run);
    const oldest = this.runs.keys().next().value;
    if (this.runs.size > KEPT && oldest !== undefined) this.runs.delete(oldest);
  }
}

/** With other pins the stored placement is the best no more: prices are asked of the one that is. */
function solvedAnew({ facts, options }: RunToLoad): StoredRun {
  const { result } = solvePlacement(facts, options);
  return { facts, options, proposals: result.proposals, potentials: result.potentials };
}

interface Place {
  readonly unitCode: string;
  readonly positionCode: string;
}

/** A commune means its division that holds the seats. */
function placeAt({ world }: PricedRun, { unitCode, positionCode }: Place): Place {
  return { unitCode: seatUnitOf(world, unitCode, positionCode), positionCode };
}

function atSeat(run: PricedRun, change: Change): Change {
  return change.kind === 'pin' || change.kind === 'seats'
    ? { ...change, ...placeAt(run, change) }
    : change;
}
