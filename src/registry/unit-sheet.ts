import type { UnitKind, UnitLevel, Zone } from '../rules/vocabulary.js';
import type { Issue } from '../shared/issue.js';
import { requireColumns, type Table, type TableRow } from '../sheet/table.js';
import { cellReader, type CellReader } from './sheet-cells.js';
import type { Words } from './sheet-words.js';
import { kindInName, levelOf, unitKindOf } from './unit-kinds.js';

/** A unit as a sheet gives it; its span is decided by whoever loads it. */
export interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly level: UnitLevel;
  readonly parentCode: string | null;
  readonly zone: Zone | null;
  /** Touches the national border. */
  readonly border: boolean;
  readonly areaKm2: number | null;
  readonly population: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface UnitSheet {
  readonly units: readonly UnitRow[];
  readonly issues: readonly Issue[];
}

const REQUIRED = ['code', 'name', 'kind'];
/** Zones of remoteness by their words. */
export const ZONES: Words<Zone> = { I: ['I'], II: ['II'], III: ['III'] };
const NONE: ReadonlySet<string> = new Set();

/**
 * Reads a list of units: `code, name, kind` and, where there are any, `district_code, district_name, parent_code,
 * province_code, area_km2, population, lat, lon, zone, border`. Districts named by the rows become units of their own.
 *
 * @param formerCodes codes of the provinces that became this one; rows of all other provinces are left out.
 */
export function readUnitSheet(
  table: Table,
  provinceCode: string,
  formerCodes: ReadonlySet<string> = NONE,
): UnitSheet {
  const missing = requireColumns(table, REQUIRED);
  if (missing.length > 0) return { units: [], issues: missing };
  const issues: Issue[] = [];
  const districts = new Map<string, UnitRow>();
  const units: UnitRow[] = [];
  const seen = new Set<string>();
  for (const row of table.rows) {
    const cells = cellReader(table, row, issues);
    if (!isOfProvince(row, provinceCode, formerCodes)) continue;
    const read = unitOfRow(cells);
    if (read === null) continue;
    const unit = { ...read, parentCode: read.parentCode ?? provinceCode };
    if (seen.has(unit.code))
      cells.fault('code', 'unit.code-twice', `Mã đơn vị ${unit.code} lặp lại.`);
    seen.add(unit.code);
    units.push(unit);
    const district = districtOf(row, provinceCode);
    if (district && !districts.has(district.code)) districts.set(district.code, district);
  }
  for (const unit of units) districts.delete(unit.code);
  return { units: [...districts.values(), ...units], issues };
}

function isOfProvince(
  row: TableRow,
  provinceCode: string,
  formerCodes: ReadonlySet<string>,
): boolean {
  const code = row.values['province_code'];
  return !code || code === provinceCode || formerCodes.has(code);
}

/** What the cells of a row say of a unit; no parent = the province. null where it cannot be told which unit it is. */
export function unitOfRow(cells: CellReader): UnitRow | null {
  const code = cells.wanted('code');
  const name = cells.wanted('name');
  const kindText = cells.wanted('kind');
  if (!code || !name || !kindText) return null;
  const kind = unitKindOf(kindText);
  if (kind === null) {
    cells.fault(
      'kind',
      'unit.kind-unknown',
      `Không biết loại đơn vị "${kindText}" (xã, phường, …).`,
    );
    return null;
  }
  return {
    code,
    name,
    kind,
    level: levelOf(kind),
    parentCode: cells.text('parent_code') || cells.text('district_code') || null,
    zone: cells.oneOf('zone', ZONES),
    border: isBorder(cells.text('border')),
    areaKm2: cells.number('area_km2', { low: 0, high: 1_000_000 }),
    population: cells.whole('population'),
    latitude: cells.number('lat', { low: -90, high: 90 }),
    longitude: cells.number('lon', { low: -180, high: 180 }),
  };
}

/** `1`, or the countries: `LA`, `CN`, `LA+CN`. `likely` and `unknown`, said of old communes, count as no. */
function isBorder(text: string): boolean {
  return /^(1|x|có|(LA|CN|KH)(\+(LA|CN|KH))*)$/iu.test(text);
}

function districtOf(row: TableRow, provinceCode: string): UnitRow | null {
  const code = row.values['district_code'];
  const name = row.values['district_name'];
  if (!code || !name) return null;
  return {
    code,
    name,
    kind: kindInName(name) ?? 'rural-district',
    level: 'district',
    parentCode: provinceCode,
    zone: null,
    border: false,
    areaKm2: null,
    population: null,
    latitude: null,
    longitude: null,
  };
}
