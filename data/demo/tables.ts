import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Rows of a table in `data/`, by the names of its header; an empty field is ''. */
export function readTable(path: string): Record<string, string>[] {
  const text = readFileSync(`${process.cwd()}/data/${path}`, 'utf8');
  return parse(text, { columns: true, skip_empty_lines: true, bom: true });
}
