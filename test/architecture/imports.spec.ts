import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cyclesOf } from './cycles.js';
import { importFaults, isPure, MAY_IMPORT } from './import-rules.js';
import { readSourceFiles, ROOT, sourceFile, type SourceFile } from './source-files.js';

const files = readSourceFiles('src');

function faultsOf(path: string, text: string, ...others: SourceFile[]): string[] {
  return importFaults([sourceFile(path, text), ...others]);
}

describe('the check of imports', () => {
  it('complains of an import against the flow', () => {
    expect(faultsOf('registry/a.ts', `import { b } from '../merger/b.js';`)).toEqual([
      'registry/a.ts: registry may not import merger/b.ts',
    ]);
  });

  it('complains of an import of a type alike, and of a re-export and an import by call', () => {
    for (const text of [
      `import type { B } from '../merger/b.js';`,
      `export { b } from '../merger/b.js';`,
      `const b = await import('../merger/b.js');`,
      `type B = import('../merger/b.js').B;`,
    ]) {
      expect(faultsOf('registry/a.ts', text)).toHaveLength(1);
    }
  });

  it('complains of a stage that imports what puts the stages together', () => {
    const text = `import { ENTITIES } from '../entities.js';`;
    expect(faultsOf('registry/a.ts', text)).toHaveLength(1);
    expect(faultsOf('terminal/a.ts', text)).toEqual([]);
  });

  it('complains of a stage outside of the table, and of a file in none', () => {
    expect(faultsOf('helpers/a.ts', '')).toEqual([
      'helpers/a.ts: the stage helpers is not in the table',
    ]);
    expect(faultsOf('helpers.ts', '')).toEqual(['helpers.ts: lies in no stage']);
  });

  it('complains of a package in a pure file, and of a module of Node', () => {
    for (const path of [
      'rules/a.ts',
      'merger/a.plan.ts',
      'gap/a.rules.ts',
      'placement/flow/a.ts',
      'placement/price/a.ts',
    ])
      expect(faultsOf(path, `import { readFileSync } from 'node:fs';`)).toHaveLength(1);
    expect(faultsOf('placement/a.model.ts', `import type { X } from 'typeorm';`)).toEqual([
      'placement/a.model.ts: a pure file may not import typeorm',
    ]);
  });

  it('complains of a package that a pure file reaches through another file', () => {
    const other = sourceFile('merger/b.ts', `import pg from 'pg';`);
    expect(faultsOf('merger/a.plan.ts', `import { b } from './b.js';`, other)).toEqual([
      'merger/a.plan.ts → merger/b.ts: a pure file may not import pg',
    ]);
  });

  it('lets the flow pass, and packages outside of pure files', () => {
    const text = `import { a } from '../registry/a.js'; import { Injectable } from '@nestjs/common';`;
    expect(faultsOf('merger/a.service.ts', text)).toEqual([]);
  });

  it('complains of a circle of files', () => {
    const circle = [
      sourceFile('a.ts', `import './b.js';`),
      sourceFile('b.ts', `import './c.js';`),
      sourceFile('c.ts', `import './b.js';`),
    ];
    expect(cyclesOf(circle)).toEqual(['b.ts → c.ts → b.ts']);
  });
});

describe('the table of imports', () => {
  it('lists every folder of src', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(folders.filter((folder) => MAY_IMPORT[folder] === undefined)).toEqual([]);
  });

  it('has no circle', () => {
    const stages = Object.entries(MAY_IMPORT).map(([path, stages]): SourceFile => ({
      path,
      files: stages,
      packages: [],
    }));
    expect(cyclesOf(stages)).toEqual([]);
  });
});

describe('src', () => {
  it('imports along the flow, and its pure files import only pure ones', () => {
    expect(files.filter((file) => isPure(file.path)).length).toBeGreaterThan(10);
    expect(importFaults(files)).toEqual([]);
  });

  it('has no circle of files', () => {
    expect(cyclesOf(files)).toEqual([]);
  });

  it('imports only files that exist', () => {
    const known = new Set(files.map((file) => file.path));
    const missing = files.flatMap((file) =>
      file.files
        .filter((path) => !path.startsWith('..') && !known.has(path))
        .map((path) => `${file.path}: ${path}`),
    );
    expect(missing).toEqual([]);
  });
});
