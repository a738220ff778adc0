import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTable, type Table } from '../../src/sheet/table.js';
import type { JobSources } from '../../src/terminal/job-sources.js';

/** A file as its lines: the header, then a list of values each row. */
export type Lines = readonly (readonly (string | number)[])[];

/** The files of a small province; a test changes what it is about. */
export interface SmallProvince {
  readonly unitsBefore: Lines;
  readonly unitsAfter: Lines;
  readonly merge: Lines;
  readonly seats: Lines;
  readonly norms: Lines;
}

/** The province of the invented units; its code is one of the 34 so that its law is the nation's. */
export const SMALL_PROVINCE = '12';

/**
 * Two communes of one district become one commune, which takes over the code 90001 under a new name; three seats for
 * specialists, one of them required.
 */
export const SMALL: SmallProvince = {
  unitsBefore: [
    ['code', 'name', 'kind', 'district_code', 'district_name', 'province_code', 'lat', 'lon'],
    ['90001', 'Xã Bản Một', 'xã', '901', 'Huyện Thử', '12', 21.5, 103.1],
    ['90002', 'Xã Bản Hai', 'xã', '901', 'Huyện Thử', '12', 21.6, 103.2],
  ],
  unitsAfter: [
    ['code', 'name', 'kind', 'province_code', 'lat', 'lon', 'zone', 'border'],
    ['90001', 'Xã Bản Mới', 'xã', '12', 21.55, 103.15, 'III', 'none'],
  ],
  merge: [
    ['old_code', 'new_code', 'share', 'note', 'main'],
    ['90001', '90001', 1, 'whole', 1],
    ['90002', '90001', 1, 'whole', 1],
    ['901', '90001', 1, 'whole', 1],
  ],
  seats: [
    ['unit_code', 'division_kind', 'position_code', 'seats', 'required'],
    ['90001', 'office', 'O1', 2, 0],
    ['90001', 'culture-society', 'C6', 1, 1],
  ],
  norms: [
    ['unit_code', 'block', 'headcount'],
    ['90001', 'government', 3],
  ],
};

/** Communes that go on as themselves; the district's people follow the first. */
export const TWO_COMMUNES = {
  unitsAfter: [
    SMALL.unitsAfter[0]!,
    ['90001', 'Xã Bản Mới', 'xã', '12', 21.55, 103.15, 'III', 'none'],
    ['90002', 'Xã Bản Khác', 'xã', '12', 21.6, 103.2, 'III', 'none'],
  ],
  merge: [
    SMALL.merge[0]!,
    ['90001', '90001', 1, 'whole', 1],
    ['90002', '90002', 1, 'whole', 1],
    ['901', '90001', 1, 'whole', 1],
  ],
  seats: [
    SMALL.seats[0]!,
    ['90001', 'office', 'O1', 2, 0],
    ['90001', 'culture-society', 'C6', 1, 1],
    ['90002', 'office', 'O1', 2, 0],
  ],
  norms: [SMALL.norms[0]!, ['90001', 'government', 3], ['90002', 'government', 2]],
} satisfies Partial<SmallProvince>;

export const SMALL_DAYS = {
  provinceName: 'Tỉnh Thử',
  effectiveOn: '2025-07-01',
  rulesOn: '2025-07-01',
  legalBasis: 'Nghị quyết thử',
} as const;

/** The catalogue shipped with the program. */
export const CATALOGUE = ['positions.csv', 'position_successions.csv'].map((name) =>
  fileURLToPath(new URL(`../../data/${name}`, import.meta.url)),
);

export function csv(lines: Lines): string {
  return `${lines.map((line) => line.join(',')).join('\n')}\n`;
}

/** What the whole job reads, from files of a small province and rosters. */
export async function smallSources(
  rosters: JobSources['rosters'],
  changed: Partial<SmallProvince> = {},
): Promise<JobSources> {
  const files = { ...SMALL, ...changed };
  const table = (name: keyof SmallProvince): Promise<Table> =>
    readTable(`${name}.csv`, Buffer.from(csv(files[name])));
  const [positions, positionSuccessions] = await Promise.all(
    CATALOGUE.map(async (path) => readTable(path, await readFile(path))),
  );
  return {
    ...SMALL_DAYS,
    knownFrom: '2025-01-01',
    oldUnits: await table('unitsBefore'),
    merger: {
      newUnits: await table('unitsAfter'),
      successions: [await table('merge')],
      seats: await table('seats'),
      norms: await table('norms'),
    },
    positions: positions!,
    positionSuccessions: positionSuccessions!,
    aliases: null,
    rosters,
  };
}

/** Writes the files of a small province to a folder. @returns the options of `bo-tri run` that name them. */
export async function smallFolder(
  folder: string,
  rosters: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  changed: Partial<SmallProvince> = {},
): Promise<string[]> {
  await mkdir(join(folder, 'rosters'), { recursive: true });
  const files = { ...SMALL, ...changed };
  const path = (name: keyof SmallProvince): string => join(folder, `${name}.csv`);
  for (const name of Object.keys(files) as (keyof SmallProvince)[])
    await writeFile(path(name), csv(files[name]));
  for (const { name, bytes } of rosters) await writeFile(join(folder, 'rosters', name), bytes);
  return [
    ...['--province', SMALL_PROVINCE, '--province-name', SMALL_DAYS.provinceName],
    ...['--units', path('unitsBefore'), path('unitsAfter')],
    ...['--merge', path('merge')],
    ...['--positions', ...CATALOGUE],
    ...['--seats', path('seats'), path('norms')],
    ...['--roster', join(folder, 'rosters')],
    ...['--out', join(folder, 'out')],
  ];
}
