import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { OFFICE_WORDS } from '../../src/access/account/password.js';
import { ROOT } from './source-files.js';

const VERDICTS = ['yes', 'partly', 'no', 'n.a.'];

/** How many requirements of level 1 and 2 each chapter of ASVS 5.0.0 has. */
const OF_CHAPTER = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

interface Line {
  readonly numbers: readonly string[];
  readonly verdict: string;
  readonly evidence: string;
}

/** The rows of the tables of requirements: number, level, words, verdict, evidence. */
function linesOf(text: string): Line[] {
  return text
    .split('\n')
    .filter((line) => /^\| \d+\.\d+\.\d+/.test(line))
    .map((line) => {
      const [numbers = '', , , verdict = '', evidence = ''] = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      return { numbers: numbers.split(', ').flatMap(numbersOf), verdict, evidence };
    });
}

/** `4.4.1–4` is four numbers. */
function numbersOf(text: string): string[] {
  const [, section = '', first = '', last = first] =
    /^(\d+\.\d+)\.(\d+)(?:–(\d+))?$/.exec(text) ?? [];
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_each, at) => `${section}.${Number(first) + at}`);
}

function faultsOf(lines: readonly Line[]): string[] {
  const seen = new Set<string>();
  return lines.flatMap(({ numbers, verdict, evidence }) => [
    ...numbers.flatMap((each) => (seen.size === seen.add(each).size ? [`${each} twice`] : [])),
    ...(VERDICTS.includes(verdict) ? [] : [`${numbers[0]}: "${verdict}" is no verdict`]),
    ...(evidence === '' ? [`${numbers[0]}: no evidence`] : []),
  ]);
}

/** Files that a text names between back quotes and that are not there. */
function missingFiles(text: string): string[] {
  const named = [...text.matchAll(/`([\w@.-]+(?:\/[\w@.-]+)*\.(?:tsx?|md|json|mjs))`/g)];
  return named.map(([, path = '']) => path).filter((path) => !existsSync(join(ROOT, path)));
}

const text = readFileSync(join(ROOT, 'docs', 'asvs.md'), 'utf8');
const lines = linesOf(text);

describe('the check of the table of ASVS', () => {
  it('finds a number that stands twice, a word that is no verdict and a file that is not there', () => {
    const bad = linesOf(
      '| 1.1.1–2 | 2 | x | yes | `src/gone.ts` |\n| 1.1.2 | 2 | x | maybe |  |\n',
    );
    expect(faultsOf(bad)).toEqual([
      '1.1.2 twice',
      '1.1.2: "maybe" is no verdict',
      '1.1.2: no evidence',
    ]);
    expect(missingFiles('`src/gone.ts`, `src/main.ts`, `GET /api/x`')).toEqual(['src/gone.ts']);
  });
});

describe('docs/asvs.md', () => {
  it('has every requirement once, with one of four verdicts and its evidence', () => {
    expect(faultsOf(lines)).toEqual([]);
    const chapters = lines.flatMap(({ numbers }) => numbers.map((each) => parseInt(each, 10)));
    const counts = OF_CHAPTER.map(
      (_count, at) => chapters.filter((chapter) => chapter === at + 1).length,
    );
    expect(counts).toEqual(OF_CHAPTER);
  });

  it('names files that are there', () => {
    expect(missingFiles(text)).toEqual([]);
  });

  it('counts its verdicts right', () => {
    const verdicts = lines.flatMap(({ numbers, verdict }) => numbers.map(() => verdict));
    const summed = [...text.matchAll(/^\| [12] +\|(.+)\|$/gm)].map(([, cells = '']) =>
      cells.split('|').map(Number),
    );
    const sums = VERDICTS.map((_each, at) => summed.reduce((sum, row) => sum + row[at]!, 0));
    expect(sums).toEqual(VERDICTS.map((each) => verdicts.filter((one) => one === each).length));
  });

  it('tells the words that a password may not be made of', () => {
    const told = /whatever the capitals[^:]*: ([^.]+)\./.exec(text)?.[1]?.split(', ');
    expect(told?.sort()).toEqual([...OFFICE_WORDS].sort());
  });
});
