interface Named {
  readonly fullName: string;
}

const ALPHABET = new Intl.Collator('vi');

/** The order of Vietnamese lists of people: the given name, which is the last word, then the whole one. */
export function byGivenName(a: Named, b: Named): number {
  return ALPHABET.compare(givenName(a), givenName(b)) || ALPHABET.compare(a.fullName, b.fullName);
}

function givenName({ fullName }: Named): string {
  return fullName.trim().split(/\s+/u).at(-1) ?? '';
}
