import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { dataPath } from '../shared/project-root.js';
import { startReading, type JobSources } from './job-sources.js';
import { Stages } from './stages.js';

let bytes: Uint8Array;
let others: Uint8Array;

beforeAll(async () => {
  const [first, second] = (await readdir(dataPath('demo'))).filter((name) =>
    name.endsWith('.xlsx'),
  );
  bytes = await readFile(dataPath('demo', first!));
  others = await readFile(dataPath('demo', second!));
});

/** The other sources are not looked at. */
const sourcesOf = (...rosters: JobSources['rosters']): JobSources =>
  ({ provinceName: 'Tỉnh Thử', rosters }) as JobSources;

describe('startReading', () => {
  it('reads every roster once, in the stage of reading', async () => {
    const told: [string, number, number][] = [];
    const stages = new Stages({ progress: (...far) => told.push(far), ended: () => {} });
    const begun = startReading(
      sourcesOf({ name: 'a.xlsx', bytes }, { name: 'b.xlsx', bytes: others }),
      stages,
    );
    const files = await begun.begunReading!();
    expect(files.map(({ name, reading }) => [name, reading.records.length > 0])).toEqual([
      ['a.xlsx', true],
      ['b.xlsx', true],
    ]);
    expect(told).toEqual([
      ['read', 1, 2],
      ['read', 2, 2],
    ]);
    expect(Object.keys(stages.seconds())).toEqual(['read', 'total']);
  });

  it('tells a fault to whoever takes the reading, however late, and names the file', async () => {
    const broken = { name: 'hong.xlsx', bytes: new Uint8Array([1, 2, 3]) };
    const begun = startReading(sourcesOf(broken), new Stages());
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(begun.begunReading!()).rejects.toMatchObject({
      kind: 'bad-input',
      message: expect.stringContaining('Tệp "hong.xlsx"'),
      details: { file: 'hong.xlsx' },
    });
  });
});
