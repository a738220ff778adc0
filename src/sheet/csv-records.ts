import { TextDecoder } from 'node:util';
import { parse } from 'csv-parse/sync';
import { BadInput } from '../shared/errors.js';
import { damaged } from './refusals.js';

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * The records of a .csv file, blank lines kept so that record i is row i + 1 of a spreadsheet. The delimiter is the one that
 * divides the first line most often.
 *
 * @throws BadInput `sheet.not-utf8`, `sheet.damaged`
 */
export function csvRecords(bytes: Uint8Array): readonly (readonly string[])[] {
  const text = utf8(bytes);
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
    });
  } catch (error) {
    throw damaged((error as Error).message);
  }
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput(
      'sheet.not-utf8',
      'Tệp CSV không theo bảng mã UTF-8. Hãy lưu lại dạng "CSV UTF-8" hoặc .xlsx rồi gửi lại.',
    );
  }
}

function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  const count = (delimiter: string): number => line.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best));
}
