import { BadInput } from '../shared/errors.js';
import type { Table } from './table.js';
import { readSentTable } from './thread/sent-table.js';

/** Files of a form by the name of their field, as the upload parser hands them over. */
export type UploadedFiles = Readonly<
  Record<string, readonly Pick<Express.Multer.File, 'originalname' | 'buffer'>[] | undefined>
>;

/** Browsers send a file's name in UTF-8; the parser hands it over as Latin-1. */
export function fileName({ originalname }: Pick<Express.Multer.File, 'originalname'>): string {
  return Buffer.from(originalname, 'latin1').toString('utf8');
}

/** All tables of a field, in the order sent. */
export async function uploadedTables(files: UploadedFiles, field: string): Promise<Table[]> {
  const tables: Table[] = [];
  for (const file of files[field] ?? [])
    tables.push(await readSentTable(fileName(file), file.buffer));
  return tables;
}

/** @throws BadInput `sheet.file-missing` naming the field, unless exactly one file was sent. */
export async function uploadedTable(files: UploadedFiles, field: string): Promise<Table> {
  const [table, ...more] = await uploadedTables(files, field);
  if (table !== undefined && more.length === 0) return table;
  throw new BadInput('sheet.file-missing', `Cần đúng một tệp ở mục "${field}" (.csv hoặc .xlsx).`, {
    field,
  });
}

export async function optionalTable(files: UploadedFiles, field: string): Promise<Table | null> {
  return files[field] === undefined ? null : uploadedTable(files, field);
}
