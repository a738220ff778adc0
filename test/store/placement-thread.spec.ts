import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { place } from '../../src/placement/place.js';
import { aPerson, facts, seats } from '../../src/placement/spec-world.js';
import { PlacementThread } from '../../src/placement/worker/placement-thread.js';
import type { ScenarioFacts } from '../../src/scenario/facts.js';
import { hashOfFacts } from '../../src/scenario/facts-hash.js';
import { BrokenOff } from '../../src/shared/broken-off.js';
import { BadInput } from '../../src/shared/errors.js';
import { runToEnd } from '../support/program.js';

let thread: PlacementThread;

beforeEach(() => {
  thread = new PlacementThread();
});

afterEach(() => thread.onModuleDestroy());

const WORLD: ScenarioFacts = facts({
  people: ['011000000001', '011000000002', '011000000003'].map((key) =>
    aPerson({ key, unitCode: 'A', majorGroup: 'law' }),
  ),
  seats: [seats('A', 'LAW', 1, 1), seats('M', 'LAW', 1)],
});

const crossing = (code: string, positionCodes: string[]) => ({
  code,
  name: code,
  capacity: 1,
  positionCodes,
  source: '',
});

const CROSSED = facts({ pools: [crossing('a', ['LAW', 'IT']), crossing('b', ['IT', 'ANY'])] });

describe('the placement thread', () => {
  it.each(['baseline', 'best'] as const)(
    'gives the same %s to the byte as the engine itself, with the hash of the facts',
    async (kind) => {
      const { result, violations, inputHash } = await thread.place(WORLD, { kind });
      const here = place(WORLD, { kind });
      expect(JSON.stringify(result)).toBe(JSON.stringify(here));
      expect(result.potentials.map((level) => [...level])).toEqual(
        here.potentials.map((level) => [...level]),
      );
      expect(violations).toEqual([]);
      expect(inputHash).toBe(hashOfFacts(WORLD));
    },
  );

  it('answers each of several runs with its own result', async () => {
    const runs = await Promise.all([
      thread.place(WORLD, { kind: 'best' }),
      thread.place(facts({}), { kind: 'best' }),
      thread.place(WORLD, { kind: 'baseline' }),
    ]);
    expect(runs.map(({ result }) => [result.kind, result.counts.people])).toEqual([
      ['best', WORLD.people.length],
      ['best', facts({}).people.length],
      ['baseline', WORLD.people.length],
    ]);
  });

  it('refuses in the words and with the code of the engine, and goes on', async () => {
    const refusal = await thread.place(CROSSED, { kind: 'best' }).catch((error: unknown) => error);
    const here = (() => {
      try {
        return place(CROSSED, { kind: 'best' });
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(BadInput);
    expect(refusal).toMatchObject({ ...(here as BadInput), message: (here as Error).message });
    expect((refusal as Error).stack).toContain('placement/pools.js');
    expect((await thread.place(WORLD, { kind: 'best' })).violations).toEqual([]);
  });

  it('tells which phase begins', async () => {
    const phases: string[] = [];
    await thread.place(WORLD, { kind: 'best' }, { begins: (phase) => phases.push(phase) });
    expect(phases).toEqual(['network', 'levels', 'check']);
  });

  it('stops a run on the spot; those behind it are solved by a new thread', async () => {
    const stop = new AbortController();
    const first = thread.place(WORLD, { kind: 'best' }, { signal: stop.signal });
    const second = thread.place(WORLD, { kind: 'baseline' });
    stop.abort();
    await expect(first).rejects.toBeInstanceOf(BrokenOff);
    expect((await second).result.kind).toBe('baseline');
    const late = thread.place(WORLD, { kind: 'best' }, { signal: stop.signal });
    await expect(late).rejects.toBeInstanceOf(BrokenOff);
  });

  it('never begins a run that is stopped while it waits, and goes on with the one before', async () => {
    const stop = new AbortController();
    const phases: string[] = [];
    const first = thread.place(WORLD, { kind: 'best' });
    const watch = { signal: stop.signal, begins: (phase: string) => phases.push(phase) };
    const second = thread.place(WORLD, { kind: 'baseline' }, watch);
    stop.abort();
    await expect(second).rejects.toThrow('on purpose');
    expect((await first).result.kind).toBe('best');
    await thread.place(WORLD, { kind: 'best' });
    expect(phases).toEqual([]);
  });

  it('breaks a run off when the program closes, and takes no other', async () => {
    const run = thread.place(WORLD, { kind: 'best' });
    const broken = expect(run).rejects.toThrow('broken off');
    await thread.onModuleDestroy();
    await broken;
    await expect(thread.place(WORLD, { kind: 'best' })).rejects.toThrow('closed');
  });

  it('that dies fails every run that waits for it; the next run has a new one, which does not keep the program', async () => {
    const { code, stdout, stderr } = await runToEnd(['test/support/kill-placement.mjs']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const stopped = 'Error: The placement thread stopped: exit code 1';
    expect(JSON.parse(stdout)).toEqual({
      answers: [stopped, stopped],
      violations: [],
      threads: 2,
    });
  });
});
