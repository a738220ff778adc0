import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { BadInput } from '../../shared/errors.js';
import { certificateViolations } from '../certificate.js';
import { parseDimacs } from './dimacs.js';
import { solveLexicographic } from './lexicographic.js';

function fixture(name: string): string {
  return readFileSync(`test/fixtures/ok/flow/${name}.min`, 'utf8');
}

function errorOf(text: string): BadInput {
  try {
    parseDimacs(text);
  } catch (error) {
    if (error instanceof BadInput) return error;
  }
  throw new Error('parseDimacs accepted it');
}

/** Each optimum was confirmed by the linear programming solver of SciPy 1.17 (HiGHS). */
const KNOWN_OPTIMA = [
  ['dimacs-example', 14],
  ['sample', 213],
  ['lower-bounds', 37],
  ['negative-costs', -50],
  ['large-numbers', 7_000_000_000_000],
  ['placement', 777],
] as const;

describe('parseDimacs and solveLexicographic', () => {
  it.each(KNOWN_OPTIMA)('%s.min costs %d, and its certificate holds', (name, optimum) => {
    const { network, costs } = parseDimacs(fixture(name));
    const solution = solveLexicographic(network, [costs]);
    expect(solution.status).toBe('optimal');
    expect(solution.objectives).toEqual([optimum]);
    expect(certificateViolations(network, [costs], solution)).toEqual([]);
  });

  it.each(['infeasible', 'unbounded'])('%s.min is answered as such', (name) => {
    const { network, costs } = parseDimacs(fixture(name));
    expect(solveLexicographic(network, [costs]).status).toBe(name);
  });
});

describe('parseDimacs', () => {
  it('reads nodes, supplies, bounds and costs', () => {
    const text = 'c hi\r\np min 3 2\r\nn 3 -4\r\na 1 2 1 5 -7\r\na 2 3 0 inf 9\r\nn 1 4\r\n';
    const { network, costs } = parseDimacs(text);
    expect(network.nodeCount).toBe(3);
    expect([...network.supply]).toEqual([4, 0, -4]);
    expect([...network.tail]).toEqual([0, 1]);
    expect([...network.head]).toEqual([1, 2]);
    expect([...network.lower!]).toEqual([1, 0]);
    expect([...network.capacity]).toEqual([5, Infinity]);
    expect([...costs]).toEqual([-7, 9]);
  });

  it('reads a negative capacity as no limit, except over a lower bound that is no higher', () => {
    const { network } = parseDimacs('p min 2 2\na 1 2 0 -1 3\na 1 2 -5 -2 3\n');
    expect([...network.capacity]).toEqual([Infinity, -2]);
  });

  it('accepts an empty problem', () => {
    expect(parseDimacs('p min 0 0').network.nodeCount).toBe(0);
  });

  const MALFORMED: readonly (readonly [string, number, string])[] = [
    ['no problem line', 1, 'c nothing here'],
    ['an arc before the problem line', 1, 'a 1 2 0 1 1\np min 2 1\n'],
    ['a node before the problem line', 1, 'n 1 1\np min 2 1\n'],
    ['a maximum-flow problem', 1, 'p max 2 1\n'],
    ['a second problem line', 2, 'p min 1 0\np min 1 0\n'],
    ['a negative number of nodes', 1, 'p min -1 0\n'],
    ['a problem line without arcs', 1, 'p min 4\n'],
    ['an unknown line', 3, 'p min 1 0\n\nx 1\n'],
    ['an arc with five fields', 2, 'p min 2 1\na 1 2 0 1\n'],
    ['a fraction', 2, 'p min 2 1\na 1 2 0 1 2.5\n'],
    ['a word for a number', 2, 'p min 2 1\nn one 4\n'],
    ['a node beyond the last', 2, 'p min 2 1\na 1 3 0 1 1\n'],
    ['node 0', 2, 'p min 2 1\na 0 1 0 1 1\n'],
    ['a number beyond 2^53', 2, 'p min 2 1\na 1 2 0 1 9007199254740993\n'],
    ['two supplies of one node', 3, 'p min 2 0\nn 1 1\nn 1 2\n'],
    ['more arcs than declared', 3, 'p min 2 1\na 1 2 0 1 1\na 1 2 0 1 1\n'],
    ['fewer arcs than declared', 2, 'p min 2 2\na 1 2 0 1 1'],
  ];

  it.each(MALFORMED)('refuses %s and names line %d', (_, line, text) => {
    const error = errorOf(text);
    expect(error.code).toBe('flow.dimacs-malformed');
    expect(error.details).toEqual({ line });
    expect(error.message).toContain(`dòng ${line}`);
  });
});

/** Odd but lawful files: [what, answer, objective, text]. */
const ODD: readonly (readonly [string, string, number | null, string])[] = [
  [
    'twin arcs, the dearer one for what is left',
    'optimal',
    2 * 1 + 3 * 5,
    'p min 2 2\nn 1 5\nn 2 -5\na 1 2 0 9 5\na 1 2 0 2 1\n',
  ],
  [
    'an arc that carries nothing',
    'optimal',
    8,
    'p min 2 2\nn 1 2\nn 2 -2\na 1 2 0 0 1\na 1 2 0 2 4\n',
  ],
  [
    'parts that hang together by nothing',
    'optimal',
    7,
    'p min 4 2\nn 1 1\nn 2 -1\nn 3 1\nn 4 -1\na 1 2 0 1 3\na 3 4 0 1 4\n',
  ],
  [
    'a source in a part without a sink',
    'infeasible',
    null,
    'p min 3 1\nn 1 1\nn 3 -1\na 1 2 0 1 1\n',
  ],
  [
    'supplies that do not add up to nothing',
    'infeasible',
    null,
    'p min 2 1\nn 1 2\nn 2 -1\na 1 2 0 9 1\n',
  ],
  ['a lower bound over its capacity', 'infeasible', null, 'p min 2 1\na 1 2 3 2 1\n'],
  ['a lower bound that no supply meets', 'infeasible', null, 'p min 2 1\na 1 2 1 2 1\n'],
  [
    'a cycle that lower bounds force',
    'optimal',
    2 * (3 + 4),
    'p min 2 2\na 1 2 2 5 3\na 2 1 0 5 4\n',
  ],
  ['a negative cycle with limits', 'optimal', -3 * 2, 'p min 2 2\na 1 2 0 3 -7\na 2 1 0 4 5\n'],
  [
    'a negative cycle without limits',
    'unbounded',
    null,
    'p min 2 2\na 1 2 0 inf -7\na 2 1 0 inf 5\n',
  ],
  ['an arc from a node to itself at a gain', 'optimal', -12, 'p min 1 1\na 1 1 0 4 -3\n'],
  ['an endless arc to itself at a gain', 'unbounded', null, 'p min 1 1\na 1 1 0 inf -3\n'],
  [
    'negative costs on the way',
    'optimal',
    -4,
    'p min 3 2\nn 1 2\nn 3 -2\na 1 2 0 2 -5\na 2 3 0 2 3\n',
  ],
  [
    'comments everywhere, blanks, tabs, CRLF',
    'optimal',
    6,
    'c a\r\nc\r\np  min\t2 1\r\ncomment without a blank\r\n\r\nn 1 2\r\nn 2 -2\r\nc\ta 1 2 0 1 1\r\n a 1 2 0 2 3 \r\n',
  ],
];

describe('odd files', () => {
  it.each(ODD)('%s: %s', (_, status, objective, text) => {
    const { network, costs } = parseDimacs(text);
    const solution = solveLexicographic(network, [costs]);
    expect(solution.status).toBe(status);
    expect(solution.objectives).toEqual(objective === null ? [] : [objective]);
    if (status === 'optimal') {
      expect(certificateViolations(network, [costs], solution)).toEqual([]);
    }
  });

  it.each([
    ['costs times nodes', 'p min 2 1\nn 1 1\nn 2 -1\na 1 2 0 1 9007199254740000\n'],
    ['flow times cost', 'p min 2 1\nn 1 4000000000\nn 2 -4000000000\na 1 2 0 inf 3000000\n'],
    ['supply after lower bounds', 'p min 2 2\na 1 2 9007199254740991 inf 0\na 1 2 9 inf 0\n'],
  ])('%s beyond 2^53 is refused, not rounded', (_, text) => {
    const { network, costs } = parseDimacs(text);
    try {
      solveLexicographic(network, [costs]);
    } catch (error) {
      expect((error as BadInput).code).toBe('flow.out-of-range');
      return;
    }
    throw new Error('accepted');
  });
});
