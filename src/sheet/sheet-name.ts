const FORBIDDEN = /[\\/?*[\]:]/g;
const LONGEST = 31;

/**
 * Names that Excel accepts: forbidden characters become spaces, at most 31 characters, no apostrophe at an end, and no two
 * alike without regard to case (a later one gets " (2)").
 */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const base = allowed(name);
    let candidate = base;
    for (let number = 2; taken.has(candidate.toLowerCase()); number++) {
      const suffix = ` (${number})`;
      candidate = base.slice(0, LONGEST - suffix.length) + suffix;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

function allowed(name: string): string {
  const clean = name.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim();
  const cut = clean
    .slice(0, LONGEST)
    .replace(/^'+|'+$/g, '')
    .trim();
  return cut === '' || cut.toLowerCase() === 'history' ? 'Sheet' : cut;
}
