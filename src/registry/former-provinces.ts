import { readFile } from 'node:fs/promises';
import { dataPath } from '../shared/project-root.js';
import { readTable } from '../sheet/table.js';

/** A province of before 1 July 2025 that became part of one of today. */
export interface FormerProvince {
  readonly code: string;
  /** With its kind: "Tỉnh Yên Bái". */
  readonly name: string;
}

let known: Promise<ReadonlyMap<string, readonly FormerProvince[]>> | null = null;

/** The provinces that became this one, the one of its name among them. @source data/province_map.csv */
export async function formerProvinces(provinceCode: string): Promise<readonly FormerProvince[]> {
  known ??= readMap();
  return (await known).get(provinceCode) ?? [];
}

async function readMap(): Promise<ReadonlyMap<string, readonly FormerProvince[]>> {
  const file = 'province_map.csv';
  const { rows } = await readTable(file, await readFile(dataPath(file)));
  const map = new Map<string, FormerProvince[]>();
  for (const { values } of rows) {
    const former = { code: values['old_code'] ?? '', name: values['old_name'] ?? '' };
    const today = values['new_code'] ?? '';
    map.set(today, [...(map.get(today) ?? []), former]);
  }
  return map;
}
