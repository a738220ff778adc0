import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The project's top folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A source file and what it imports; imports of types count the same. */
export interface SourceFile {
  /** From the folder given, with slashes: `merger/merger.plan.ts`. */
  readonly path: string;
  /** Other source files, as `path`; outside of the folder it begins with `..`. */
  readonly files: readonly string[];
  /** Packages, and Node's own modules as `node:fs`. */
  readonly packages: readonly string[];
}

/** The files under a folder of the project whose name ends in `.ts`, sorted. */
export function tsFilesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.ts') && !path.includes('node_modules/'))
    .sort();
}

export function readSourceFiles(folder: string): SourceFile[] {
  return tsFilesUnder(folder).map((path) =>
    sourceFile(path, readFileSync(join(ROOT, folder, path), 'utf8')),
  );
}

export function sourceFile(path: string, text: string): SourceFile {
  const imported = ts.preProcessFile(text, true, true).importedFiles.map((each) => each.fileName);
  const isRelative = (name: string): boolean => name.startsWith('.');
  return {
    path,
    files: imported
      .filter(isRelative)
      .map((name) => posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts')),
    packages: imported.filter((name) => !isRelative(name)),
  };
}

export function isSpec(path: string): boolean {
  return path.endsWith('.spec.ts');
}
