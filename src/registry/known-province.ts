import type { Day } from '../shared/day.js';
import { BadInput } from '../shared/errors.js';
import { readOwnTable } from '../sheet/own-table.js';
import { provinceName } from './former-provinces.js';
import type { ProvinceSheets } from './province-sheets.js';

/** A public list of the units of all provinces, and since when it holds. */
interface UnitList {
  readonly file: string;
  readonly from: Day;
}

/** Newest first. Before the last of these days `data/` has the list of that day all the same. */
const LISTS: readonly UnitList[] = [
  { file: 'units_new.csv', from: '2025-07-01' },
  { file: 'units_old.csv', from: '2025-01-01' },
];

/**
 * A province as the public lists in `data/` have it on a day, with the catalogues of positions that ship with the program.
 *
 * @throws BadInput `registry.province-unknown` for a code that no province has
 * @source data/SOURCES.md
 */
export async function knownProvince(provinceCode: string, on: Day): Promise<ProvinceSheets> {
  const name = await provinceName(provinceCode);
  if (name === undefined)
    throw new BadInput(
      'registry.province-unknown',
      `Không có tỉnh nào mang mã ${provinceCode}. Hãy kiểm tra PROVINCE khi khởi động chương trình.`,
    );
  const list = LISTS.find(({ from }) => from <= on) ?? LISTS.at(-1)!;
  return {
    provinceName: name,
    knownFrom: list.from,
    oldUnits: await readOwnTable(list.file),
    positions: await readOwnTable('positions.csv'),
    positionSuccessions: await readOwnTable('position_successions.csv'),
    aliases: null,
  };
}
