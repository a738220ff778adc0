import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { dataPath } from '../../shared/project-root.js';
import { spelling } from './spelling.js';

const FILES = ['units_new.csv', 'units_old.csv', 'units_district.csv'];
const KIND = /^(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố)\s+/iu;

let known: ReadonlySet<string> | null = null;

/**
 * Whether a text is the name of a commune or a district of the country, of today or of before 1 July 2025, without its kind:
 * "Mường Thanh". Which unit is meant the reader does not know. @source data/units_*.csv
 */
export function isPlaceName(text: string): boolean {
  known ??= readNames();
  return known.has(spelling(text));
}

function readNames(): ReadonlySet<string> {
  const names = FILES.flatMap((file): { readonly name: string }[] =>
    parse(readFileSync(dataPath(file), 'utf8'), { columns: true }),
  );
  const bare = names.map(({ name }) => spelling(name.replace(KIND, '')));
  // "Phường 1" is no name by itself
  return new Set(bare.filter((name) => !/^\d/.test(name)));
}
