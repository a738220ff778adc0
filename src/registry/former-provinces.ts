import { readOwnTable } from '../sheet/own-table.js';

/** A province of before 1 July 2025 that became part of one of today. */
export interface FormerProvince {
  readonly code: string;
  /** With its kind: "Tỉnh Yên Bái". */
  readonly name: string;
}

/** A province of today, and those that became it. */
interface ProvinceOfToday {
  readonly name: string;
  readonly former: FormerProvince[];
}

let known: Promise<ReadonlyMap<string, ProvinceOfToday>> | null = null;

/** The provinces that became this one, the one of its name among them. @source data/province_map.csv */
export async function formerProvinces(provinceCode: string): Promise<readonly FormerProvince[]> {
  known ??= readMap();
  return (await known).get(provinceCode)?.former ?? [];
}

/** The name of a province of today with its kind, by code; undefined = no province has it. */
export async function provinceName(provinceCode: string): Promise<string | undefined> {
  known ??= readMap();
  return (await known).get(provinceCode)?.name;
}

async function readMap(): Promise<ReadonlyMap<string, ProvinceOfToday>> {
  const { rows } = await readOwnTable('province_map.csv');
  const map = new Map<string, ProvinceOfToday>();
  for (const { values } of rows) {
    const today = values['new_code'] ?? '';
    const province = map.get(today) ?? { name: values['new_name'] ?? '', former: [] };
    province.former.push({ code: values['old_code'] ?? '', name: values['old_name'] ?? '' });
    map.set(today, province);
  }
  return map;
}
