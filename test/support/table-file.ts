import type { CellInput } from '../../src/sheet/sheet-spec.js';
import { writeWorkbook } from '../../src/sheet/xlsx-writer.js';

export interface TableFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A sheet as a table: labels in row 1, rows from row 2. */
export interface PlainSheet {
  readonly name?: string;
  readonly labels: readonly string[];
  readonly rows: readonly (readonly CellInput[])[];
}

export async function tableFile(
  name: string,
  ...sheets: readonly PlainSheet[]
): Promise<TableFile> {
  const bytes = await writeWorkbook({
    createdAt: '2025-06-30T00:00:00Z',
    sheets: sheets.map(({ name: sheet = 'Bảng', labels, rows }) => ({
      ...{ name: sheet, paper: 'A4', numbering: false },
      columns: labels.map((label) => ({ label })),
      rows: rows.map((cells) => ({ kind: 'cells', cells })),
    })),
  });
  return { name, bytes };
}
