/** Whose value counts: both are equal, the file's, the registry's, or nobody can say but the reader. */
export type Verdict = 'equal' | 'file' | 'registry' | 'question';

/**
 * A later edit in the registry is never overwritten by an older export: a value that comes back as it went out was not
 * meant, one that is typed anew counts as long as the registry has not changed it too.
 *
 * @param file @param registry the two values as comparable texts.
 * @param went whether a value is the one that went out; null = the file does not say, so it is no export and counts.
 * @source product decision, docs/decisions/0022-exports-that-come-back.md
 */
export function verdictOf(
  file: string,
  registry: string,
  went: ((value: string) => boolean) | null,
): Verdict {
  if (file === registry) return 'equal';
  if (went === null) return 'file';
  if (went(file)) return 'registry';
  return went(registry) ? 'file' : 'question';
}
