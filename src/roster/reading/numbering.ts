const NUMBER_OR_LETTER = /^\(?(\d{1,3}[a-z]?|[A-Z]{1,2})\)?(\s*=.*)?$/;
const FEWEST = 3;

/** Whether a row holds the numbers of the columns: "1 2 3", "(1) (2) (3)", "A B 1 2", "7=5+6". */
export function isNumbering(texts: readonly string[]): boolean {
  if (texts.length < FEWEST || !texts.every((text) => NUMBER_OR_LETTER.test(text))) return false;
  const numbers = texts.map((text) => parseInt(text.replace('(', ''), 10)).filter((n) => n > 0);
  return numbers.length >= 2 && numbers.every((n, at) => at === 0 || n >= (numbers[at - 1] ?? 0));
}
