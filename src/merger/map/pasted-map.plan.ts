import { grouped } from '../../shared/grouped.js';
import { folded } from '../../shared/text.js';
import type { UnitFact } from '../../scenario/facts.js';
import type { MapRow } from './map-rows.js';
import { pastedCells, type PastedCells } from './pasted-cells.js';
import { unitFinder, type FoundUnit } from './unit-finder.js';

/** A line of a pasted map: what it says, what was understood, and what is wrong with it. */
export interface PastedLine {
  /** As counted in what was pasted, from 1. */
  readonly line: number;
  readonly oldText: string;
  readonly newText: string;
  readonly shareText: string;
  readonly oldCode: string | null;
  readonly newCode: string | null;
  readonly share: number | null;
  readonly faults: readonly string[];
}

export interface PastedMap {
  readonly lines: readonly PastedLine[];
  /** Of the old units whose lines are all without fault. */
  readonly rows: readonly MapRow[];
  /** Old units of the plan that no line names: they stay as they are. */
  readonly unnamed: number;
}

type Line = Omit<PastedLine, 'faults'> & { readonly main: boolean; faults: string[] };

/**
 * A merger map as it is copied from a workbook: old unit, new unit, share, by code or name, parted by tabs; a first line of
 * labels may name the columns in another order.
 *
 * @returns every line with its faults; nothing is thrown.
 */
export function pastedMap(text: string, units: readonly UnitFact[]): PastedMap {
  const old = units.filter(({ isNew, level }) => !isNew && level === 'commune');
  const created = units.filter(({ isNew, level }) => isNew && level === 'commune');
  const finders = {
    old: unitFinder(
      old,
      units.filter(({ isNew }) => !isNew),
    ),
    created: unitFinder(created, []),
  };
  const lines = pastedCells(text).map((cells) => lineOf(cells, finders));
  tellTwice(lines);
  const byOld = grouped(
    lines.filter(({ oldCode }) => oldCode !== null),
    ({ oldCode }) => oldCode ?? '',
  );
  for (const own of byOld.values()) tellShares(own);
  const sound = [...byOld].filter(([, own]) => own.every(({ faults }) => faults.length === 0));
  return {
    lines: lines.map(({ main: _main, ...line }) => line),
    rows: sound.flatMap(([oldCode, own]) => rowsOf(oldCode, own)),
    unnamed: old.filter(({ code }) => !byOld.has(code)).length,
  };
}

interface Finders {
  readonly old: (text: string) => FoundUnit;
  readonly created: (text: string) => FoundUnit;
}

function lineOf(cells: PastedCells, finders: Finders): Line {
  const { line, oldText, newText, shareText, mainText } = cells;
  const [old, created] = [finders.old(oldText), finders.created(newText)];
  const share = shareOf(shareText);
  const faults = [
    ...(old.fault === null ? [] : [`Đơn vị cũ: ${old.fault}`]),
    ...(created.fault === null ? [] : [`Đơn vị mới: ${created.fault}`]),
    ...(share === 'unclear'
      ? [`Tỷ lệ "${shareText}" chưa rõ: ghi từ 0 đến 1 (0,6) hoặc phần trăm (60%).`]
      : []),
  ];
  return {
    ...{ line, oldText, newText, shareText, faults },
    ...{ oldCode: old.code, newCode: created.code },
    share: share === 'unclear' ? null : share,
    main: ['x', '1', 'co', 'chinh', 'true', 'yes'].includes(folded(mainText)),
  };
}

/** "60%" and "0,6" are the same; a bare 60 is not taken for either. */
function shareOf(text: string): number | null | 'unclear' {
  if (text === '') return null;
  const found = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text);
  if (!found) return 'unclear';
  const value = Number(found[1]?.replace(',', '.')) / (found[2] === '%' ? 100 : 1);
  return value >= 0 && value <= 1 ? value : 'unclear';
}

function tellTwice(lines: readonly Line[]): void {
  const seen = new Map<string, number>();
  for (const { oldCode, newCode, line, faults } of lines) {
    if (oldCode === null || newCode === null) continue;
    const before = seen.get(`${oldCode}/${newCode}`);
    if (before !== undefined) faults.push(`Trùng với dòng ${before}.`);
    else seen.set(`${oldCode}/${newCode}`, line);
  }
}

const NEARLY = 0.000_5;

/** The parts of an old unit are the whole of it; told at its last line. */
function tellShares(own: readonly Line[]): void {
  const last = own.at(-1);
  if (!last || own.some(({ faults }) => faults.length > 0)) return;
  if (own.filter(({ main }) => main).length > 1)
    last.faults.push('Có hơn một dòng đánh dấu đơn vị kế thừa chính.');
  const sum = own.reduce<number | null>(
    (total, { share }) => (total === null || share === null ? null : total + share),
    0,
  );
  if (sum === null || Math.abs(sum - 1) <= NEARLY) return;
  const percent = (sum * 100).toFixed(1).replace('.', ',');
  last.faults.push(`Các phần của đơn vị cũ này cộng lại là ${percent} %, không phải 100 %.`);
}

function rowsOf(oldCode: string, own: readonly Line[]): MapRow[] {
  if (own.length === 1) {
    const newCode = own[0]?.newCode ?? '';
    return [{ oldCode, newCode, kind: 'whole', share: 1, main: true }];
  }
  const main = own.find((each) => each.main) ?? largestOf(own);
  return own.map((line) => ({
    ...{ oldCode, newCode: line.newCode ?? '', share: line.share },
    ...{ kind: line === main ? 'remainder' : 'part', main: line === main },
  }));
}

/** Where nobody marks the main successor it is the one with most people, else the first. */
function largestOf(own: readonly Line[]): Line | undefined {
  return [...own].sort((a, b) => (b.share ?? 0) - (a.share ?? 0))[0];
}
