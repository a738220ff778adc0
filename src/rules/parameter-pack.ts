import { isDay } from '../shared/day.js';
import { BadInput } from '../shared/errors.js';
import { isEvidence, type ParameterRow } from './parameters.js';

/** A file of dated parameters, as `data/rules/*.json` holds them. */
export interface ParameterPack {
  readonly pack: string;
  readonly name: string;
  readonly parameters: readonly ParameterRow[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks the shape of a parsed pack.
 *
 * @param json what `JSON.parse` gave.
 * @throws BadInput that names the parameter, counted from 1, and its field.
 */
export function readParameterPack(json: unknown): ParameterPack {
  const pack = fieldsOf(json, 'bộ tham số');
  if (!Array.isArray(pack['parameters'])) throw wrong('bộ tham số', 'parameters');
  return {
    pack: text(pack, 'pack', 'bộ tham số'),
    name: text(pack, 'name', 'bộ tham số'),
    parameters: pack['parameters'].map((row: unknown, at) => readRow(row, `tham số thứ ${at + 1}`)),
  };
}

function readRow(json: unknown, where: string): ParameterRow {
  const row = fieldsOf(json, where);
  const { evidence, value } = row;
  if (!isEvidence(evidence)) throw wrong(where, 'evidence');
  if (value === undefined || value === null) throw wrong(where, 'value');
  const source = fieldsOf(row['source'], where);
  return {
    key: filled(row, 'key', where),
    value,
    scope: filled(row, 'scope', where),
    startsOn: day(row, 'startsOn', where),
    endsOn: row['endsOn'] === null ? null : day(row, 'endsOn', where),
    source: {
      document: filled(source, 'document', where),
      article: text(source, 'article', where),
      date: text(source, 'date', where),
    },
    evidence,
    note: text(row, 'note', where),
  };
}

function fieldsOf(json: unknown, where: string): Fields {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Fields;
  throw wrong(where, '{}');
}

function text(fields: Fields, name: string, where: string): string {
  const value = fields[name];
  if (typeof value === 'string') return value;
  throw wrong(where, name);
}

function filled(fields: Fields, name: string, where: string): string {
  const value = text(fields, name, where);
  if (value.trim() !== '') return value;
  throw wrong(where, name);
}

function day(fields: Fields, name: string, where: string): string {
  const value = text(fields, name, where);
  if (isDay(value)) return value;
  throw wrong(where, name);
}

function wrong(where: string, field: string): BadInput {
  return new BadInput(
    'law.pack-unreadable',
    `Không đọc được ${where}: trường "${field}" thiếu hoặc sai. Sửa tệp bộ tham số rồi tải lại.`,
    { where, field },
  );
}
