import type { Cell, Figures, Position, Summary, Unit } from '../../lib/api/shapes.js';
import type { BoardFilter } from './board-filter.js';

/** A column: a position, or a field with its positions. `group` is the heading above it. */
export interface Column {
  readonly code: string;
  readonly name: string;
  /** For the narrow heading. */
  readonly shortName: string;
  readonly group: string;
  readonly positions: readonly string[];
}

export interface Row {
  readonly unit: Unit;
  readonly sum: Summary['communes'][number] | undefined;
  /** By code of the column; absent = neither seats nor people. */
  readonly cells: ReadonlyMap<string, Shared>;
}

export type Shared = Pick<
  Figures,
  'seats' | 'people' | 'surplus' | 'vacant' | 'misfit' | 'shortage'
>;

export interface Board {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface BoardInput {
  readonly cells: readonly Cell[];
  readonly summary: Summary;
  readonly communes: readonly Unit[];
  readonly columns: readonly Column[];
  readonly filter: BoardFilter;
  readonly byName: (a: string, b: string) => number;
}

/** Lays the API's cells out in rows and columns; where a column is a field, its positions are added up. */
export function boardOf(input: BoardInput): Board {
  const { filter, communes, summary } = input;
  const cellsByCommune = spread(input.cells, input.columns);
  const sums = new Map(summary.communes.map((each) => [each.communeCode, each]));
  const rows = communes
    .filter((unit) => isWanted(unit, filter))
    .map((unit) => ({
      unit,
      sum: sums.get(unit.code),
      cells: cellsByCommune.get(unit.code) ?? new Map<string, Shared>(),
    }));
  const columns = input.columns.filter((column) => hasContent(rows, column.code, filter));
  return {
    columns,
    rows: rows
      .filter((row) => !filter.onlyShort || columns.some(({ code }) => shortIn(row, code) > 0))
      .sort(sorter(input, columns)),
  };
}

function isWanted(unit: Unit, { zone, border, commune }: BoardFilter): boolean {
  if (commune !== null && unit.code !== commune) return false;
  if (zone !== null && unit.zone !== zone) return false;
  return border === null || unit.border === (border === 'yes');
}

function spread(
  cells: readonly Cell[],
  columns: readonly Column[],
): Map<string, Map<string, Shared>> {
  const columnOf = new Map(
    columns.flatMap(({ code, positions }) => positions.map((position) => [position, code])),
  );
  const communes = new Map<string, Map<string, Shared>>();
  for (const cell of cells) {
    const column = columnOf.get(cell.positionCode);
    if (column === undefined) continue;
    const row = communes.get(cell.communeCode) ?? new Map<string, Shared>();
    row.set(column, plus(row.get(column), cell));
    communes.set(cell.communeCode, row);
  }
  return communes;
}

export function plus(a: Shared | undefined, b: Shared): Shared {
  if (!a) return b;
  return {
    seats: a.seats + b.seats,
    people: a.people + b.people,
    surplus: a.surplus + b.surplus,
    vacant: a.vacant + b.vacant,
    misfit: a.misfit + b.misfit,
    shortage: a.shortage + b.shortage,
  };
}

function hasContent(rows: readonly Row[], code: string, { onlyShort }: BoardFilter): boolean {
  return rows.some((row) => {
    const cell = row.cells.get(code);
    if (!cell) return false;
    return onlyShort ? cell.shortage > 0 : cell.seats > 0 || cell.people > 0;
  });
}

function shortIn(row: Row, code: string): number {
  return row.cells.get(code)?.shortage ?? 0;
}

const ZONE_ORDER: Readonly<Record<string, number>> = { III: 0, II: 1, I: 2 };

function sorter({ filter, byName }: BoardInput, columns: readonly Column[]) {
  const total = (row: Row, key: 'shortage' | 'surplus') =>
    columns.reduce((sum, { code }) => sum + (row.cells.get(code)?.[key] ?? 0), 0);
  const over = (row: Row) => row.sum?.overNorm ?? 0;
  const zone = (row: Row) => ZONE_ORDER[row.unit.zone ?? ''] ?? 3;
  const name = (a: Row, b: Row) => byName(a.unit.name, b.unit.name);
  const orders = {
    need: (a: Row, b: Row) => total(b, 'shortage') - total(a, 'shortage') || name(a, b),
    surplus: (a: Row, b: Row) => total(b, 'surplus') - total(a, 'surplus') || name(a, b),
    overNorm: (a: Row, b: Row) => over(b) - over(a) || name(a, b),
    zone: (a: Row, b: Row) =>
      zone(a) - zone(b) || Number(b.unit.border) - Number(a.unit.border) || name(a, b),
    name,
  };
  return orders[filter.sort];
}

/** What the columns are made of. */
export interface ColumnInput {
  readonly positions: readonly Position[];
  readonly filter: BoardFilter;
  readonly positionName: (position: Position) => string;
  readonly fieldName: (code: string | null) => string;
  readonly groupName: (position: Position) => string;
}

/** The positions of the chosen block (and field), from the top of the commune down, or grouped by their field. */
export function columnsOf({ positions, filter, ...name }: ColumnInput): Column[] {
  const wanted = positions.filter(
    ({ block, fieldCode }) =>
      (filter.block === 'all' || block === filter.block) &&
      (filter.field === null || fieldCode === filter.field),
  );
  if (filter.by === 'field') return fieldColumns([...wanted].sort(inHierarchy), name);
  return [...wanted].sort(inHierarchy).map((position) => ({
    code: position.code,
    name: name.positionName(position),
    shortName: shortened(name.positionName(position)),
    group: name.groupName(position),
    positions: [position.code],
  }));
}

const DIVISIONS: readonly (string | null)[] = [
  null,
  'office',
  'economic',
  'culture-society',
  'service-centre',
  'military-command',
  'party',
  'front',
  'public-service',
];
const GROUPS: readonly string[] = ['leader', 'professional', 'support'];
const CODES = new Intl.Collator('en', { numeric: true });

/** Leaders of the commune, then division by division, its leaders first; codes decide the rest (E2 before E10). */
function inHierarchy(a: Position, b: Position): number {
  return (
    DIVISIONS.indexOf(a.divisionKind) - DIVISIONS.indexOf(b.divisionKind) ||
    GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) ||
    CODES.compare(a.code, b.code)
  );
}

const LONG_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^Chuyên viên (về )?/u, ''],
  [/Hội đồng nhân dân/u, 'HĐND'],
  [/Ủy ban nhân dân/u, 'UBND'],
  [/ specialist$/u, ''],
];

/** Under its division's heading a position is known without "specialist in"; the full name is in the tooltip. */
function shortened(name: string): string {
  const short = LONG_WORDS.reduce((text, [long, brief]) => text.replace(long, brief), name);
  return short.charAt(0).toLocaleUpperCase('vi') + short.slice(1);
}

function fieldColumns(
  positions: readonly Position[],
  { fieldName }: Pick<ColumnInput, 'fieldName'>,
): Column[] {
  const fields = [...new Set(positions.map(({ fieldCode }) => fieldCode))];
  return fields.map((field) => ({
    code: field ?? '-',
    name: fieldName(field),
    shortName: fieldName(field),
    group: '',
    positions: positions.filter(({ fieldCode }) => fieldCode === field).map(({ code }) => code),
  }));
}
