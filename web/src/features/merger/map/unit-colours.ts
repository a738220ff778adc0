/** A new unit's colour and the number that stands for it where colour alone would. */
export interface UnitMark {
  readonly number: number;
  readonly colour: string;
}

/** Turns of the golden angle lie far apart, however many there are. */
const GOLDEN_DEGREES = 137.508;
const LIGHTNESS = [78, 70, 84] as const;

/** Marks by code, in the order given. */
export function marksOf(codes: readonly string[]): Map<string, UnitMark> {
  return new Map(
    codes.map((code, at) => {
      const hue = ((at * GOLDEN_DEGREES) % 360).toFixed(0);
      const light = LIGHTNESS[at % LIGHTNESS.length] ?? 78;
      return [code, { number: at + 1, colour: `hsl(${hue} 58% ${light}%)` }];
    }),
  );
}
