// Derives district_map.csv: a dissolved district -> the new communes that hold people of its communes.
// Run: node data/tools/district-map.mjs
//
// weight of (district, new unit) = sum over the district's communes of population x share that moved there.
// Unknown population: every share of the district is unknown (there is no total to divide by), save a district that
// went into one unit. Unknown share of a split commune: only the units that received a part of it are unknown.
// `main` takes the known people, an unknown part of a split commune counted to the commune's main successor.
import { join } from 'node:path';
import { readCsv, writeCsv } from './csv.mjs';

const DATA = join(import.meta.dirname, '..');
const HEADER = ['old_code', 'new_code', 'share', 'note', 'main'];

const communes = new Map(readCsv(join(DATA, 'units_old.csv')).map((unit) => [unit.code, unit]));
const successors = groupBy(readCsv(join(DATA, 'merge_map.csv')), (row) => row.old_code);
const districts = readCsv(join(DATA, 'units_district.csv'));
const communesByDistrict = groupBy([...communes.values()], (unit) => unit.district_code);

const rows = districts.flatMap((district) => rowsOf(district.code));
writeCsv(join(DATA, 'district_map.csv'), HEADER, rows);
const dienBien = new Set(districts.filter((d) => d.province_code === '11').map((d) => d.code));
writeCsv(
  join(DATA, 'dien-bien', 'district_map.csv'),
  HEADER,
  rows.filter((row) => dienBien.has(row.old_code)),
);

function rowsOf(districtCode) {
  const members = communesByDistrict.get(districtCode) ?? [];
  const targets = new Map();
  for (const commune of members) addCommune(targets, commune);
  const list = [...targets.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const main = [...list].sort((a, b) => b.people - a.people || b.communes - a.communes)[0];
  const totalKnown = members.every((commune) => commune.population !== '');
  const total = members.reduce((sum, commune) => sum + Number(commune.population), 0);
  const shares = sharesOf(list, totalKnown && total > 0 ? total : null);
  return list.map((target, at) => ({
    old_code: districtCode,
    new_code: target.code,
    share: shares[at],
    note: noteOf(target, members.length),
    main: target === main ? '1' : '0',
  }));
}

function addCommune(targets, commune) {
  for (const row of successors.get(commune.code) ?? []) {
    const target = targets.get(row.new_code) ?? newTarget(row.new_code);
    targets.set(row.new_code, target);
    target.communes += 1;
    if (commune.code.length === 3) target.islands = true;
    if (row.share === '') target.unknown += 1;
    const part = row.share === '' ? Number(row.main === '1') : Number(row.share);
    target.people += part * Number(commune.population);
    if (part < 1 || row.share === '') target.parts += 1;
  }
}

function newTarget(code) {
  return { code, people: 0, communes: 0, parts: 0, unknown: 0, islands: false };
}

/** Shares with four decimals; where all are known they add up to exactly 1 (largest remainder). */
function sharesOf(list, total) {
  if (list.length === 1) return ['1'];
  if (total === null) return list.map(() => '');
  const units = list.map((target) => (target.people / total) * 10_000);
  const floors = units.map(Math.floor);
  if (list.every((target) => target.unknown === 0)) {
    let missing = 10_000 - floors.reduce((sum, unit) => sum + unit, 0);
    const order = units
      .map((unit, at) => at)
      .sort((a, b) => units[b] - floors[b] - (units[a] - floors[a]) || a - b);
    for (const at of order) if (missing-- > 0) floors[at] += 1;
    return floors.map(decimal);
  }
  return list.map((target, at) => (target.unknown > 0 ? '' : decimal(Math.round(units[at]))));
}

function decimal(tenThousandths) {
  return String(tenThousandths / 10_000);
}

function noteOf(target, communeCount) {
  if (target.islands) return 'district without communes';
  const parts = target.parts > 0 ? `, ${target.parts} of them in part` : '';
  return `${target.communes} of ${communeCount} communes${parts}`;
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}
