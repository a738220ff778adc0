// Derives dien-bien/establishments.csv and dien-bien/norms.csv: the assumed seats of the 45 communes of Điện Biên.
// Run: node data/tools/establishments.mjs
//
// Public: 1,535 government posts (1,633 people less 98 over the norm), 45 communes, 246 public-service staff.
// Assumed: everything that says which commune has which seats. The composition is written down here and nowhere else.
import { join } from 'node:path';
import { readCsv, writeCsv } from './csv.mjs';

const DATA = join(import.meta.dirname, '..');
const STARTS_ON = '2025-07-01';

/** Seats of the 33 of the government block: position -> seats. */
const GOVERNMENT = {
  'CT-HDND-PCT': 1,
  'BAN-PT': 2,
  'UBND-PCT': 2,
  L1: 1,
  L2: 1,
  'L3-KT': 1,
  'L3-VX': 1,
  'L4-KT': 1,
  'L4-VX': 1,
  L5: 1,
  L6: 1,
  O1: 1,
  O6: 1,
  O8: 1,
  O10: 1,
  E1: 1,
  E2: 1,
  E5: 1,
  E6: 1,
  E7: 1,
  E8: 2,
  E10: 1,
  C1: 1,
  C2: 1,
  C4: 1,
  C6: 2,
  C8: 1,
  P1: 2,
};
const PARTY = {
  D1: 1,
  D2: 1,
  D3: 1,
  D4: 1,
  D5: 1,
  D6: 1,
  D7: 1,
  D9: 2,
  D10: 2,
  D11: 1,
  D12: 1,
  D13: 1,
  D14: 1,
};
const FRONT = { F1: 1, F2: 1, F3: 1, F4: 1, F5: 1, F6: 3 };
const MILITARY = { L7: 1, L8: 1 };
const PUBLIC_SERVICE = { SN1: 1, SN2: 1, SN3: 1, SN4: 1, SN5: 1 };
/** The larger communes get a sixth seat: 21 x 6 + 24 x 5 = 246. */
const SIXTH_SEAT = 'SN6';
const LARGER_COMMUNES = 21;
/** The first seat of these is filled before all others. */
const REQUIRED = new Set(['E5', 'E6', 'E7', 'E8', 'E1', 'O10', 'C4', 'C6', 'C8', 'O11']);

const positions = new Map(readCsv(join(DATA, 'positions.csv')).map((row) => [row.code, row]));
const oldUnits = countBy(readCsv(join(DATA, 'dien-bien', 'merge_map.csv')), (row) => row.new_code);
const communes = readCsv(join(DATA, 'dien-bien', 'units_new.csv')).sort((a, b) =>
  order(a.code, b.code),
);
const larger = new Set(
  bySize(communes)
    .slice(0, LARGER_COMMUNES)
    .map((unit) => unit.code),
);

const establishments = communes.flatMap(seatsOf);
writeCsv(
  join(DATA, 'dien-bien', 'establishments.csv'),
  [
    'unit_code',
    'division_kind',
    'position_code',
    'seats',
    'required',
    'starts_on',
    'ends_on',
    'basis',
  ],
  establishments,
);
writeCsv(
  join(DATA, 'dien-bien', 'norms.csv'),
  ['unit_code', 'block', 'headcount', 'starts_on', 'ends_on', 'basis', 'evidence'],
  communes.flatMap(normsOf),
);

function seatsOf(commune) {
  const seats = { ...governmentOf(commune), ...PARTY, ...FRONT, ...MILITARY, ...PUBLIC_SERVICE };
  if (larger.has(commune.code)) seats[SIXTH_SEAT] = 1;
  return Object.entries(seats).map(([code, count]) => ({
    unit_code: commune.code,
    division_kind: positions.get(code).division_kind,
    position_code: code,
    seats: count,
    required: REQUIRED.has(code) ? 1 : 0,
    starts_on: STARTS_ON,
    basis: 'assumed composition; totals public or derived',
  }));
}

/** 33 seats for a commune of two old units, 34 for three, 37 for four and more. */
function governmentOf(commune) {
  const seats = { ...GOVERNMENT };
  const parts = oldUnits.get(commune.code);
  const border = commune.border !== 'none';
  if (border) add(seats, 'O11', 1);
  if (parts === 2) {
    if (border) add(seats, 'P1', -1);
    return seats;
  }
  if (!border) add(seats, 'E8', 1);
  if (parts >= 4) for (const code of ['E8', 'E10', 'O5']) add(seats, code, 1);
  return seats;
}

function add(seats, code, count) {
  seats[code] = (seats[code] ?? 0) + count;
}

function normsOf(commune) {
  const byBlock = new Map();
  for (const row of establishments) {
    if (row.unit_code !== commune.code) continue;
    const { block } = positions.get(row.position_code);
    byBlock.set(block, (byBlock.get(block) ?? 0) + row.seats);
  }
  return [...byBlock].map(([block, headcount]) => ({
    unit_code: commune.code,
    block,
    headcount,
    starts_on: STARTS_ON,
    basis: 'as many as the seats of establishments.csv; split over communes assumed',
    evidence: 'derived',
  }));
}

/** Most old units first, then most people at the census of 2019, then code. */
function bySize(units) {
  return [...units].sort(
    (a, b) =>
      oldUnits.get(b.code) - oldUnits.get(a.code) ||
      Number(b.population_2019_census) - Number(a.population_2019_census) ||
      order(a.code, b.code),
  );
}

function countBy(rows, keyOf) {
  const counts = new Map();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
}

function order(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
