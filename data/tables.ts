import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readParameterPack } from '../src/rules/parameter-pack.js';
import type { ParameterRow } from '../src/rules/parameters.js';

/** A row of a file of this folder by header; every value is text. */
export type Row = Readonly<Record<string, string>>;

const DATA = import.meta.dirname;

/** The rows of a file, by its path in this folder. */
export function rows(file: string): readonly Row[] {
  return parse(readFileSync(join(DATA, file), 'utf8'), { columns: true });
}

export function cell(row: Row, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`no column ${name}`);
  return value;
}

export function column(table: readonly Row[], name: string): string[] {
  return table.map((row) => cell(row, name));
}

/** Codes of a cell that holds several, separated by `;`. */
export function list(text: string): string[] {
  return text === '' ? [] : text.split(';');
}

export function sum(table: readonly Row[], name: string): number {
  return table.reduce((total, row) => total + Number(cell(row, name)), 0);
}

/** Texts that occur before. */
export function repeated(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => seen.has(text) || !seen.add(text));
}

/** Values that are neither empty nor known, each once. */
export function unknown(values: readonly string[], known: Iterable<string>): string[] {
  const codes = new Set(known);
  return [...new Set(values)].filter((value) => value !== '' && !codes.has(value));
}

/** All parameters of `rules/`. */
export function parameterRows(): ParameterRow[] {
  return readdirSync(join(DATA, 'rules'))
    .sort()
    .flatMap((file) => {
      const json: unknown = JSON.parse(readFileSync(join(DATA, 'rules', file), 'utf8'));
      return [...readParameterPack(json).parameters];
    });
}
