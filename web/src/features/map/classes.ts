/** A class of the legend: from and to, both inclusive; `tone` and `shade` name its colour. */
export interface ColourClass {
  readonly from: number;
  readonly to: number;
  readonly tone: 'short' | 'over' | 'none';
  readonly shade: number;
}

const SHADES = 5;

/**
 * At most five classes of equal width for what is above zero, one for zero, and, where there are values below zero (fewer
 * people than posts), one for them.
 *
 * @param tone the colour of values above zero; below zero takes the other one.
 */
export function classesOf(values: readonly number[], tone: 'short' | 'over'): ColourClass[] {
  const above = values.filter((value) => value > 0);
  const highest = Math.max(0, ...above);
  const first = Math.min(highest, ...above);
  const lowest = Math.min(0, ...values);
  const width = Math.max(1, Math.ceil((highest - first + 1) / SHADES));
  const classes: ColourClass[] = [];
  if (lowest < 0) {
    classes.push({ from: lowest, to: -1, tone: tone === 'over' ? 'short' : 'over', shade: 2 });
  }
  classes.push({ from: 0, to: 0, tone: 'none', shade: 0 });
  for (let from = Math.max(1, first), shade = 1; from <= highest; from += width, shade += 1) {
    classes.push({ from, to: Math.min(highest, from + width - 1), tone, shade });
  }
  return classes;
}

export function classOf(value: number, classes: readonly ColourClass[]): ColourClass | undefined {
  return classes.find(({ from, to }) => value >= from && value <= to);
}

export function classNameOf(found: ColourClass | undefined): string {
  return found ? `map-${found.tone}-${found.shade}` : 'map-unknown';
}
