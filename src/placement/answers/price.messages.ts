import type { Thrown } from '../../shared/thrown.js';
import type { StoredRun } from '../price/priced-run.js';
import type { Change } from '../price/question.js';
import type { WhatIfView } from '../price/what-if.js';
import type { WhyCell } from '../price/why-cell.js';
import type { LevelVector } from '../placement.model.js';
import type { ExplainedPerson, ExplainedSeat } from '../price/explained.js';
import type { WithPins } from '../price/with-pins.js';
import type { NotThere, WhyPerson } from '../price/why-person.js';

export type Question =
  | { readonly kind: 'what-if'; readonly change: Change }
  | {
      readonly kind: 'why-person';
      readonly staffId: number;
      readonly most: number;
      /** Tell only of places in this commune; null = of the whole province. */
      readonly commune: string | null;
    }
  | {
      readonly kind: 'why-not-there';
      readonly staffId: number;
      readonly unitCode: string;
      readonly positionCode: string;
    }
  | {
      readonly kind: 'why-cell';
      readonly unitCode: string;
      readonly positionCode: string;
      readonly most: number;
    }
  | { readonly kind: 'with-pins' }
  | {
      readonly kind: 'explain-people';
      readonly staffIds: readonly number[];
      readonly most: number;
    }
  | {
      readonly kind: 'explain-seats';
      readonly seats: readonly { readonly unitCode: string; readonly positionCode: string }[];
      readonly most: number;
    };

/** What each kind of question is answered with. */
export interface AnswerOf {
  readonly 'what-if': WhatIfView;
  readonly 'why-person': WhyPerson;
  readonly 'why-not-there': NotThere;
  readonly 'why-cell': WhyCell;
  readonly 'with-pins': WithPins;
  readonly 'explain-people': readonly ExplainedPerson[];
  readonly 'explain-seats': readonly ExplainedSeat[];
}

/** What a run is built from, and what its facts must hash to where its pins did not change. */
export interface RunToLoad extends StoredRun {
  readonly inputHash: string;
  readonly pinsChanged: boolean;
  /** As stored. */
  readonly levels: LevelVector;
  readonly basis: PriceBasis;
}

/**
 * What prices of a run are. `exact`: of an optimum of the levels. `at-least`: conditions that broke nothing are not in them.
 * `without-conditions`: of the best placement that no condition binds, not of the run. `rule`: there are none.
 */
export const PRICE_BASES = ['exact', 'at-least', 'without-conditions', 'rule'] as const;

export type PriceBasis = (typeof PRICE_BASES)[number];

/** `key` names the run with the pins of now. */
export type PriceOrder = { readonly order: number; readonly key: string } & (
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'load'; readonly run: RunToLoad }
);

export type PriceReply = { readonly order: number } & (
  | { readonly kind: 'answered'; readonly answer: AnswerOf[keyof AnswerOf] }
  | { readonly kind: 'loaded' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly thrown: Thrown }
);
