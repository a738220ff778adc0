import {
  fieldOf,
  isKnownLabel,
  isPreferred,
  labelKey,
  type ColumnChoice,
  type Field,
} from './fields.js';

/** Different texts of which it is kept what they mean; what comes later is asked for each time. */
const KEPT = 20_000;

/** What the labels of one sheet mean: a header may stand over thousands of tables, and is understood once. */
export class KnownLabels {
  private readonly chosen: ReadonlyMap<string, Field | null>;
  /** How often a text was looked through for what it means. */
  asked = 0;

  /** @param choices what the reader said of this sender's labels; it goes before what we think of them. */
  constructor(choices: readonly ColumnChoice[]) {
    this.chosen = new Map(choices.map(({ label, field }) => [label, field]));
  }

  readonly isKnown = this.once(isKnownLabel);
  /** What a path of labels means by itself. */
  readonly fieldOf = this.once(fieldOf);
  /** What the reader chose for a label; undefined = nothing was said. */
  readonly choiceOf = this.once((label: string) =>
    this.chosen.size === 0 ? undefined : this.chosen.get(labelKey(label)),
  );
  private readonly preferred = new Map<Field, (path: string) => boolean>();

  /** Whether a path of labels says more surely than others of the field that its column is the one to take. */
  isPreferred(field: Field, path: string): boolean {
    const known = this.preferred.get(field) ?? this.once((each) => isPreferred(field, each));
    this.preferred.set(field, known);
    return known(path);
  }

  private once<T>(find: (text: string) => T): (text: string) => T {
    const known = new Map<string, T>();
    return (text) => {
      const found = known.get(text);
      if (found !== undefined || known.has(text)) return found as T;
      this.asked++;
      const value = find(text);
      if (known.size < KEPT) known.set(text, value);
      return value;
    };
  }
}
