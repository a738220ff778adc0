import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { CATALOGUE, csv, smallFolder } from '../support/demo-sources.js';
import { rosterFile, smallRoster } from '../support/demo-sources-roster.js';
import { runToEnd, type Ended } from '../support/program.js';
import { VIETNAMESE } from '../e2e/client.js';

interface Figures {
  readonly overNorm: number;
  readonly surplus: number;
  readonly vacant: number;
  readonly shortage: number;
  readonly misfit: number;
  readonly moved: number;
}

interface Report {
  readonly people: number;
  readonly leaving: number;
  readonly communesBefore: number;
  readonly districtsBefore: number;
  readonly unitsAfter: number;
  readonly baseline: Figures & { allBlocks: Figures };
  readonly seniority: Figures & { allBlocks: Figures; levels: Record<string, number> };
  readonly placement: Figures & {
    allBlocks: Figures;
    levels: Record<string, number>;
    proven: boolean;
  };
  readonly seconds: Record<string, number>;
  readonly peakMemoryMb: number;
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bo-tri-terminal-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const boTri = (...args: string[]): Promise<Ended> => runToEnd(['dist/bundled/src/cli.js', ...args]);

/** The one object of `--json`. */
function reportIn({ code, stdout, stderr }: Ended): Report {
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.trim().split('\n')).toHaveLength(1);
  return JSON.parse(stdout) as Report;
}

const figures = {
  overNorm: expect.any(Number),
  surplus: expect.any(Number),
  vacant: expect.any(Number),
  shortage: expect.any(Number),
  misfit: expect.any(Number),
  moved: expect.any(Number),
};

const data = (...path: string[]): string =>
  fileURLToPath(new URL(`../../data/${path.join('/')}`, import.meta.url));

describe('bo-tri demo and bo-tri run', () => {
  let demo: Report;

  it('demo --json prints one object with the figures of the province and leaves six workbooks', async () => {
    const out = join(folder, 'demo');
    demo = reportIn(await boTri('demo', '--json', '--out', out));
    expect(demo).toMatchObject({
      people: 3567,
      leaving: 615,
      communesBefore: 129,
      districtsBefore: 10,
      unitsAfter: 45,
      baseline: { ...figures, overNorm: 98, shortage: 240, moved: 0, allBlocks: figures },
      seniority: { ...figures, overNorm: 98, allBlocks: figures, levels: expect.any(Object) },
      placement: {
        ...figures,
        overNorm: 98,
        allBlocks: figures,
        levels: expect.any(Object),
        proven: true,
      },
      seconds: { total: expect.any(Number), read: expect.any(Number), place: expect.any(Number) },
      peakMemoryMb: expect.any(Number),
    });
    expect(demo.placement.shortage).toBeLessThanOrEqual(90);
    expect(demo.placement.shortage).toBeGreaterThanOrEqual(30);
    // A rule alone repairs some of it; the best placement more, by the levels in their order.
    expect(demo.seniority.shortage).toBeGreaterThan(demo.placement.shortage);
    expect(demo.seniority.shortage).toBeLessThan(demo.baseline.shortage);
    expect(demo.seniority.levels['requiredUnfilled']).toBeGreaterThan(
      demo.placement.levels['requiredUnfilled']!,
    );
    for (const { surplus, vacant, overNorm } of [demo.baseline, demo.seniority, demo.placement])
      expect(surplus - vacant).toBe(overNorm);
    expect(demo.peakMemoryMb).toBeGreaterThan(50);
    const files = (await readdir(out)).sort();
    expect(files).toHaveLength(6);
    for (const name of files) {
      const { sheets } = await readWorkbook(await readFile(join(out, name)));
      expect(sheets.some((sheet) => sheet.rows.length > 10)).toBe(true);
    }
  });

  it('run on the files of the demo comes to the same figures', async () => {
    const report = reportIn(
      await boTri(
        'run',
        '--json',
        ...['--units', data('dien-bien/units_old.csv'), data('dien-bien/units_new.csv')],
        ...['--merge', data('dien-bien/merge_map.csv'), data('dien-bien/district_map.csv')],
        ...['--positions', ...CATALOGUE],
        ...['--seats', data('dien-bien/establishments.csv'), data('dien-bien/norms.csv')],
        ...['--aliases', data('dien-bien/aliases.csv')],
        ...['--roster', data('demo')],
        ...['--rules-on', '2026-01-01'],
        ...['--out', join(folder, 'run')],
      ),
    );
    const told = ({ people, leaving, unitsAfter, baseline, seniority, placement }: Report) => ({
      people,
      leaving,
      unitsAfter,
      baseline,
      seniority,
      placement,
    });
    expect(told(report)).toEqual(told(demo));
  });

  it('run without --json tells the stages on standard error and the figures in words on standard output', async () => {
    const options = await smallFolder(join(folder, 'small'), [await smallRoster()]);
    const { code, stdout, stderr } = await boTri('run', ...options);
    expect(code).toBe(0);
    expect(stderr).toMatch(/Đọc và kiểm tra danh sách\s+\d+\.\d\d s/);
    expect(stdout).toContain('5 người, 1 người nghỉ; 2 xã và 1 huyện thành 1 xã');
    expect(stdout).toContain('đã được chứng minh là tốt nhất');
    expect(stdout).toContain('6 tệp');
  });
});

/**
 * Lạng Sơn: Xã Bính Xá goes in part to Xã Đình Lập, the rest to Xã Kiên Mộc, in shares that nobody has published.
 */
describe('a split unit of another province', () => {
  const SPLIT = '06622';
  const PART = '06613';
  const REMAINDER = '06625';

  it('stands in the shipped mapping as a part and a remainder of unknown share', async () => {
    const rows = (await readFile(data('merge_map.csv'), 'utf8'))
      .split(/\r?\n/)
      .filter((line) => line.startsWith(`${SPLIT},`));
    expect(rows).toEqual([`${SPLIT},${PART},,part,0`, `${SPLIT},${REMAINDER},,remainder,1`]);
  });

  it('sends its people to the main successor and lists them for decision', async () => {
    const place = { unit: 'Xã Bính Xá', position: 'Công chức Văn phòng - thống kê' };
    const roster = await rosterFile('lang-son.xlsx', [
      { ...place, number: '020085000001', name: 'Hoàng Văn Một' },
      { ...place, number: '020085000002', name: 'Hoàng Văn Hai' },
      { ...place, number: '020085000003', name: 'Hoàng Văn Ba', unit: 'Thị trấn Đình Lập' },
    ]);
    await writeFile(join(folder, roster.name), roster.bytes);
    const seats = join(folder, 'seats.csv');
    const header = ['unit_code', 'division_kind', 'position_code', 'seats', 'required'];
    const office = (unit: string) => [unit, 'office', 'O1', 1, 0];
    // No seat where the part goes: nobody is there but who belongs there.
    await writeFile(seats, csv([header, office(REMAINDER)]));
    const out = join(folder, 'lang-son');
    const report = reportIn(
      await boTri(
        'run',
        '--json',
        ...['--province', '20', '--province-name', 'Tỉnh Lạng Sơn'],
        ...['--units', data('units_old.csv'), data('units_new.csv')],
        ...['--merge', data('merge_map.csv'), data('district_map.csv')],
        ...['--positions', ...CATALOGUE],
        ...['--seats', seats],
        ...['--roster', join(folder, roster.name)],
        ...['--out', out],
      ),
    );
    expect(report).toMatchObject({ people: 3, leaving: 0, communesBefore: 194, unitsAfter: 65 });
    expect(report).toMatchObject({
      peopleToDecide: [
        { unitCode: SPLIT, headcount: 2, assumedCode: REMAINDER, choices: [PART, REMAINDER] },
      ],
    });
    const before = (await readFile(data('units_new.csv'), 'utf8')).split(/\r?\n/);
    const nameOf = (code: string): string =>
      before.find((line) => line.startsWith(`${code},`))!.split(',')[1]!;
    const plan = (await readdir(out)).find((name) =>
      /^nguyen-trang.*phuong-an|^nguyen-trang.*plan/.test(name),
    );
    const where = await placesIn(join(out, plan!));
    expect(where).toEqual({
      'Hoàng Văn Một': nameOf(REMAINDER),
      'Hoàng Văn Hai': nameOf(REMAINDER),
      'Hoàng Văn Ba': nameOf(PART),
    });
  });
});

/** Name → new commune, of a plan's workbook. */
async function placesIn(path: string): Promise<Record<string, string>> {
  const { sheets } = await readWorkbook(await readFile(path));
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const textAt = (row: (typeof rows)[number], column: number): string =>
    row.cells.find((cell) => cell.column === column)?.text ?? '';
  return Object.fromEntries(
    rows
      .filter((row) => /^\d+$/.test(textAt(row, 1)) && /\p{L}/u.test(textAt(row, 2)))
      .map((row): [string, string] => [textAt(row, 2), textAt(row, 8)]),
  );
}

describe('bo-tri flow', () => {
  const fixture = (name: string): string =>
    fileURLToPath(new URL(`../fixtures/ok/flow/${name}.min`, import.meta.url));

  it.each([
    ['dimacs-example', 14],
    ['sample', 213],
    ['lower-bounds', 37],
    ['negative-costs', -50],
    ['large-numbers', 7_000_000_000_000],
    ['placement', 777],
  ])('solves %s, whose optimum is %d', async (name, optimum) => {
    const { code, stdout, stderr } = await boTri('flow', fixture(name));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`s ${optimum}\n`);
  });

  it('says infeasible on standard error and exits with 3', async () => {
    expect(await boTri('flow', fixture('infeasible'))).toEqual({
      code: 3,
      stdout: '',
      stderr: 'infeasible\n',
    });
  });

  it('says unbounded on standard error and exits with 4', async () => {
    expect(await boTri('flow', fixture('unbounded'))).toEqual({
      code: 4,
      stdout: '',
      stderr: 'unbounded\n',
    });
  });

  it('refuses a malformed file with 2, naming the line', async () => {
    const path = join(folder, 'bad.min');
    await writeFile(path, 'p min 2 1\nn 1 1\nn 2 -1\na 1 two 0 1 1\n');
    const { code, stdout, stderr } = await boTri('flow', path);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/dòng 4/);
    expect(stderr).not.toMatch(STACK);
  });

  it('refuses a file that is not there with 2, naming it', async () => {
    const { code, stderr } = await boTri('flow', join(folder, 'nowhere.min'));
    expect(code).toBe(2);
    expect(stderr).toContain('nowhere.min');
    expect(stderr).not.toMatch(STACK);
  });
});

const STACK = /\bat .*\.js:\d+/;

describe('the words of bo-tri', () => {
  it.each(['', 'demo', 'run', 'flow'])('are Vietnamese in "bo-tri %s --help"', async (command) => {
    const { code, stdout, stderr } = await boTri(...command.split(' ').filter(Boolean), '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(VIETNAMESE);
    expect(stdout).toContain('Cách dùng: bo-tri');
    expect(stdout).not.toMatch(/Usage|Options|Commands|Arguments|display help|default/);
  });

  it.each([
    ['an unknown option', ['demo', '--out', 'x', '--faster'], '--faster'],
    ['an unknown command', ['merge'], 'merge'],
    ['a missing option', ['demo'], '--out'],
    ['a missing argument', ['flow'], 'tệp.min'],
  ])('refuse %s with 2, in Vietnamese, naming it', async (_what, args, named) => {
    const { code, stdout, stderr } = await boTri(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(named);
    expect(stderr).toMatch(VIETNAMESE);
    expect(stderr).not.toMatch(STACK);
  });

  it('are its help where no command is given', async () => {
    const { code, stdout, stderr } = await boTri();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Cách dùng: bo-tri');
    expect(stderr).toContain('demo');
  });
});
