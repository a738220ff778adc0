/** A sentence of the API and the same in English; `{0}` is what stands in it, `{0#}` a number, written anew. */
export type SentencePair = readonly [vi: string, en: string];

/** How the API joins sentences, and parts of one; the wider first. */
const JOINTS = [/(?<=[.!?])(\s+)(?=[\p{Lu}\d"])/u, /(; )/u, /(, )/u] as const;
/** Parts that may be one entry of the table together, since an entry has joints too. */
const TOGETHER = 8;
const HOLE = /\{(\d)(#?)\}/g;
/** What fills a hole ends with its sentence. */
const WITHIN = String.raw`((?:(?![.!?]\s+[\p{Lu}\d"]).)*?)`;
/** What fills a hole of a phrase is of one item of a list. */
const WITHIN_ITEM = String.raw`((?:(?!; |[.!?]\s+[\p{Lu}\d"]).)*?)`;

interface Entry {
  readonly pattern: RegExp;
  readonly holes: readonly string[];
  readonly english: string;
  /** Of the letters that stand fast: the more of them, the surer the meaning. */
  readonly weight: number;
}

/**
 * Puts sentences that the API has composed in Vietnamese into English: whole sentences first, then parts of them, down
 * to what fills a hole. What the table does not know, as names of people and places, stays as it is.
 *
 * @param names of positions and divisions: one fills a hole or a part of a sentence.
 */
export function translator(
  pairs: readonly SentencePair[],
  names: ReadonlyMap<string, string> = new Map(),
): (text: string) => string {
  const whole = new Map([...names, ...pairs]);
  const entries = pairs
    .filter(([vi]) => vi.includes('{'))
    .map(entryOf)
    .sort((a, b) => b.weight - a.weight);
  const known = new Map<string, string>();

  const english = (text: string): string => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const said = entryFor(text) ?? parted(text) ?? text;
    known.set(text, said);
    return said;
  };

  const entryFor = (text: string): string | null => {
    const exact = whole.get(text);
    if (exact !== undefined) return exact;
    for (const { pattern, holes, english: template } of entries) {
      const found = pattern.exec(text);
      if (found === null || !found.slice(1).every(isClosed)) continue;
      const values = new Map(holes.map((hole, at) => [hole, found[at + 1] ?? '']));
      return template.replace(HOLE, (_all, hole: string, isNumber: string) => {
        const value = values.get(hole) ?? '';
        return isNumber ? englishNumber(value) : english(value);
      });
    }
    return null;
  };

  /** Part by part, each as long as the table knows it; null = it knows none. */
  const parted = (text: string): string | null => {
    for (const joint of JOINTS) {
      const parts = text.split(joint);
      if (parts.length < 3) continue;
      const said = eachKnown(parts);
      if (said !== null) return said;
    }
    return null;
  };

  /** @param parts sentences at even places, what joins them at odd ones. */
  const eachKnown = (parts: readonly string[]): string | null => {
    let said = '';
    let knows = false;
    for (let at = 0; at < parts.length;) {
      const found = longestFrom(parts, at);
      knows ||= found.knows;
      said += found.said + (parts[found.next - 1] ?? '');
      at = found.next;
    }
    return knows ? said : null;
  };

  const longestFrom = (parts: readonly string[], from: number) => {
    const most = Math.min(parts.length, from + 2 * TOGETHER - 1);
    for (let to = most - ((most - from + 1) % 2); to > from; to -= 2) {
      const text = parts.slice(from, to).join('');
      const said = to - from === parts.length ? null : entryFor(text);
      if (said !== null) return { said, next: to + 1, knows: true };
    }
    const alone = parts[from] ?? '';
    const said = parted(alone);
    return { said: said ?? alone, next: from + 2, knows: said !== null };
  };

  return english;
}

function entryOf([vi, en]: SentencePair): Entry {
  const parts = vi.split(HOLE);
  const fast = parts.filter((_part, at) => at % 3 === 0);
  const within = /[.!?]$/u.test(vi) ? WITHIN : WITHIN_ITEM;
  const source = parts.map((part, at) => {
    if (at % 3 === 0) return part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    if (at % 3 === 1) return '';
    if (part === '#') return '([\\d.,]+)';
    if (at < parts.length - 2 || parts.at(-1) !== '') return within;
    // The last hole: after a whole sentence it is all the rest, else it ends before the full stop.
    return /[.!?] $/u.test(parts[at - 2] ?? '') ? '(.*)' : `${within}(?<!\\.)`;
  });
  return {
    pattern: new RegExp(`^${source.join('')}$`, 'su'),
    holes: parts.filter((_part, at) => at % 3 === 1),
    ...{ english: en, weight: fast.join('').length },
  };
}

/** Whether every bracket that opens in a text closes in it: else what fills the hole is of something wider. */
function isClosed(text: string): boolean {
  let open = 0;
  for (const letter of text) {
    if (letter === '(') open += 1;
    if (letter === ')') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** 1.234,5 as 1,234.5. */
function englishNumber(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}
