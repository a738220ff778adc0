import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { MergerTables } from '../merger/merger-sheets.js';
import {
  readRosterFiles,
  type ReadRosterFile,
  type SentFile,
} from '../roster/reading/read-files.js';
import type { Day } from '../shared/day.js';
import { BadInput } from '../shared/errors.js';
import { dataPath } from '../shared/project-root.js';
import { readTable, type Table } from '../sheet/table.js';
import { readSentTable } from '../sheet/thread/sent-table.js';
import type { Stages } from './stages.js';

/** Everything that the whole job is done from. */
export interface JobSources {
  readonly provinceName: string;
  readonly effectiveOn: Day;
  readonly rulesOn: Day;
  readonly legalBasis: string;
  readonly knownFrom: Day;
  readonly oldUnits: Table;
  readonly merger: MergerTables;
  readonly positions: Table;
  readonly positionSuccessions: Table | null;
  readonly aliases: Table | null;
  readonly rosters: readonly SentFile[];
  /** Where the reading of the rosters has begun already: hands it over, once, so that it may be forgotten. */
  readonly begunReading?: () => Promise<readonly ReadRosterFile[]>;
}

/** Begins to read the rosters, before there is a database. A fault is told to whoever awaits them. */
export function startReading(sources: JobSources, stages: Stages): JobSources {
  let reading: Promise<readonly ReadRosterFile[]> | null = readRosters(sources, stages);
  reading.catch(() => {});
  const begunReading = (): Promise<readonly ReadRosterFile[]> => {
    const begun = reading ?? readRosters(sources, stages);
    reading = null;
    return begun;
  };
  return { ...sources, begunReading };
}

/** Reads the rosters as a part of the stage `read`. @throws BadInput as `readRosterFiles` */
export function readRosters(
  { rosters }: JobSources,
  stages: Stages,
): Promise<readonly ReadRosterFile[]> {
  let told = 0;
  // Told rows of a file too, of which a stage has no word.
  const progress = (files: number): void => {
    if (files > told) stages.progress('read', (told = files), rosters.length);
  };
  return stages.time('read', () => readRosterFiles(rosters, { progress }));
}

/** Paths of anyone's files; each list may name several. */
export interface JobPaths {
  /** First the units before, then the units after. */
  readonly units: readonly string[];
  /** Old unit → new unit; districts may be in a file of their own. */
  readonly merge: readonly string[];
  /** The catalogue, and which old position leads to which new one. */
  readonly positions: readonly string[];
  /** Seats, and norms. */
  readonly seats: readonly string[];
  /** Workbooks, or folders of workbooks. */
  readonly roster: readonly string[];
  /** Other spellings; all files have the same columns. */
  readonly aliases?: readonly string[];
}

interface JobDays {
  readonly effectiveOn: Day;
  readonly rulesOn: Day;
  readonly legalBasis: string;
  readonly provinceName: string;
}

/** First day on which the lists of units in `data/` are known to hold. */
const KNOWN_FROM = '2025-01-01';

/** The demo: the real units of Điện Biên and invented people. */
export function demoSources(): Promise<JobSources> {
  const of = (name: string): string => dataPath('dien-bien', name);
  return readSources(
    {
      units: [of('units_old.csv'), of('units_new.csv')],
      merge: [of('merge_map.csv'), of('district_map.csv')],
      positions: [dataPath('positions.csv'), dataPath('position_successions.csv')],
      seats: [of('establishments.csv'), of('norms.csv')],
      roster: [dataPath('demo')],
      aliases: [of('aliases.csv')],
    },
    {
      provinceName: 'Tỉnh Điện Biên',
      effectiveOn: '2025-07-01',
      rulesOn: '2026-01-01',
      legalBasis: 'Nghị quyết số 1661/NQ-UBTVQH15 ngày 16/6/2025',
    },
  );
}

/** @throws BadInput naming the file that is missing or cannot be read. */
export async function readSources(paths: JobPaths, days: JobDays): Promise<JobSources> {
  const [unitsBefore, unitsAfter] = paths.units;
  if (unitsBefore === undefined || unitsAfter === undefined || paths.units.length > 2)
    throw new BadInput(
      'terminal.units-wanted',
      'Cần đúng hai tệp đơn vị: --units <trước sắp xếp> <sau sắp xếp>.',
    );
  const positions = await tables(paths.positions);
  const seats = await tables(paths.seats);
  return {
    ...days,
    knownFrom: KNOWN_FROM < days.effectiveOn ? KNOWN_FROM : '1945-09-02',
    oldUnits: await table(unitsBefore),
    merger: {
      newUnits: await table(unitsAfter),
      successions: await tables(paths.merge),
      seats: withColumn(seats, 'position_code') ?? missing('seats', 'position_code'),
      norms: withColumn(seats, 'headcount'),
    },
    positions: withColumn(positions, 'position_group') ?? missing('positions', 'position_group'),
    positionSuccessions: withColumn(positions, 'preference'),
    aliases: joined(await tables(paths.aliases ?? [])),
    rosters: await workbooks(paths.roster),
  };
}

async function tables(paths: readonly string[]): Promise<Table[]> {
  const read: Table[] = [];
  for (const path of paths) read.push(await table(path));
  return read;
}

async function table(path: string): Promise<Table> {
  const [name, bytes] = [basename(path), await bytesOf(path)];
  return name.toLowerCase().endsWith('.csv') ? readTable(name, bytes) : readSentTable(name, bytes);
}

/** One table of all rows; null for none. */
function joined([first, ...more]: readonly Table[]): Table | null {
  if (first === undefined) return null;
  return { ...first, rows: [first, ...more].flatMap(({ rows }) => rows) };
}

function withColumn(all: readonly Table[], column: string): Table | null {
  return all.find((each) => each.columns.includes(column)) ?? null;
}

function missing(option: string, column: string): never {
  throw new BadInput(
    'terminal.file-missing',
    `--${option}: không tệp nào có cột "${column}". Hãy kiểm tra lại tệp.`,
  );
}

async function workbooks(paths: readonly string[]): Promise<SentFile[]> {
  const files: string[] = [];
  for (const path of paths) files.push(...(await filesOf(path)));
  if (files.length === 0)
    throw new BadInput('terminal.no-roster', 'Không có tệp danh sách .xlsx nào (--roster).');
  return Promise.all(
    files.map(async (path) => ({ name: basename(path), bytes: await bytesOf(path) })),
  );
}

/** A folder stands for its workbooks, by name; Excel's own lock files are none. */
async function filesOf(path: string): Promise<string[]> {
  if (!(await statOf(path)).isDirectory()) return [path];
  return (await readdir(path))
    .filter((name) => name.toLowerCase().endsWith('.xlsx') && !name.startsWith('~$'))
    .sort()
    .map((name) => join(path, name));
}

async function statOf(path: string): ReturnType<typeof stat> {
  try {
    return await stat(path);
  } catch {
    throw notThere(path);
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw notThere(path);
  }
}

function notThere(path: string): BadInput {
  return new BadInput('terminal.file-missing', `Không đọc được tệp "${path}".`, { path });
}
