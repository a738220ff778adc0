/** A value of a thing as it is compared: what equals as JSON is equal. */
export type ThingValue = string | number | boolean | null | readonly string[];

/** By the name of the column. */
export type ThingValues = Readonly<Record<string, ThingValue>>;

/** What is wrong with what a row says, at one of its columns. */
export interface ThingFault {
  readonly column: string;
  readonly code: string;
  readonly message: string;
}

/** How the rows of a table are known again, and what they mean through time. */
export interface ThingSpans {
  /**
   * What another value from a day in the midst of a span means: the thing itself was recorded wrongly (`correct`), or it
   * goes on with the new value from that day (`continue`). null = it has no span.
   */
  readonly span: 'correct' | 'continue' | null;
  /** Of values that no column gives. */
  readonly usual: ThingValues;

  /** What stays the same through time: a row of the same key is the same thing. */
  keyOf(values: ThingValues): string;
}
