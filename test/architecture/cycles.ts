import type { SourceFile } from './source-files.js';

/** Groups of files that import one another in a circle, each once, as `a → b → a`. */
export function cyclesOf(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start !== -1) {
      cycles.push([...way.slice(start), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of byPath.get(path)?.files ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const file of files) visit(file.path, []);
  return cycles;
}
