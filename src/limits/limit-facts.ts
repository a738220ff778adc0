import type { Holder } from '../forecast/departures.plan.js';
import type { Block } from '../rules/vocabulary.js';

/** People of a commune's block beside the norm that was given. */
export interface BlockFact {
  readonly communeCode: string;
  readonly communeName: string;
  readonly level: string;
  readonly block: Block;
  readonly people: number;
  readonly norm: number | null;
}

/** A standing unit with its kind and the unit that it counts to. */
export interface UnitFact {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly kind: string;
  readonly communeCode: string;
  readonly communeName: string;
}

/** A main holder, with what is counted of them. */
export interface CountedHolder extends Pick<Holder, 'communeCode' | 'unitCode' | 'positionCode'> {
  readonly level: string;
  readonly rank: string | null;
}

/** A main holder, with all that limits ask. */
export interface LimitHolder extends Holder, CountedHolder {
  readonly fullName: string;
  readonly communeName: string;
  readonly unitName: string;
  readonly positionName: string;
  readonly recruitedOn: string | null;
  /** What the position asks for; none = any. */
  readonly ranks: readonly string[];
}
