import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { checkRosters, type CheckContext, type FileReading } from '../../roster/check.plan.js';
import { SeenContents, sha256 } from '../../roster/reading/copies.js';
import type { SheetReport } from '../../roster/reading/roster-reading.js';
import { wholeRecord } from '../../roster/reading/record-fields.js';
import { ReadingThread } from '../../roster/reading/worker/reading-thread.js';
import type { ResolvedRow, Surroundings } from '../../roster/resolve.plan.js';
import type { RosterRecord } from '../../roster/record.js';
import { AppError } from '../../shared/errors.js';
import type { Issue } from '../../shared/issue.js';

/** What the check of rosters says. */
export interface RosterCheck {
  /** Rows with content below the headers: people, sections, totals, column numbers, signatures. */
  readonly rows: number;
  /** Rows of people, each in `records`. */
  readonly people: number;
  readonly sheets: readonly (Omit<SheetReport, 'tables'> & { readonly file: string })[];
  /** Every column of every table, and what it was taken for; `field` null = kept as it is. */
  readonly columns: readonly CheckedColumn[];
  readonly records: readonly CheckedRecord[];
  readonly issues: readonly Issue[];
}

export interface CheckedColumn {
  readonly file: string;
  readonly sheet: string;
  /** The last row of the header over the table. */
  readonly headerRow: number;
  readonly column: string;
  readonly label: string;
  readonly field: string | null;
}

export type CheckedRecord = RosterRecord &
  Surroundings & {
    readonly unitCode: string | null;
    readonly positionCode: string | null;
    readonly majorGroup: string | null;
  };

/** The check, and whether every file could be read. */
export interface CheckedFiles {
  readonly check: RosterCheck;
  readonly allRead: boolean;
}

/** Reads and checks files of this machine; one that cannot be read is an issue and does not stop the others. */
export async function checkFiles(
  paths: readonly string[],
  contextOf: () => CheckContext,
): Promise<CheckedFiles> {
  const names = namesOf(paths);
  const readings: FileReading[] = [];
  const refused: Issue[] = [];
  const seen = new SeenContents();
  const copies: Issue[] = [];
  for (const [index, path] of paths.entries()) {
    const name = names[index] ?? path;
    const bytes = await readFile(path).catch(() => null);
    const copy = bytes && seen.copyOf(name, sha256(bytes));
    if (copy !== null) {
      copies.push(copy);
      continue;
    }
    const read = bytes === null ? notThere(name, path) : await readingOf(name, bytes);
    if ('reading' in read) readings.push(read);
    else refused.push(read);
  }
  const { rows, issues } = checkRosters(readings, contextOf());
  return {
    allRead: refused.length === 0,
    check: {
      rows: rows.length + skippedIn(readings),
      people: rows.length,
      sheets: readings.flatMap(({ name, reading }) =>
        reading.sheets.map(({ tables: _tables, ...report }) => ({ file: name, ...report })),
      ),
      columns: readings.flatMap(columnsIn),
      records: rows.map(checkedRecord),
      issues: [...refused, ...copies, ...issues],
    },
  };
}

/** The last part of each path; the whole path where two would be one. */
function namesOf(paths: readonly string[]): readonly string[] {
  const names = paths.map((path) => basename(path));
  return names.map((name, index) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : (paths[index] ?? name),
  );
}

/** @returns the reading, or why there is none */
async function readingOf(name: string, bytes: Buffer): Promise<FileReading | Issue> {
  const thread = new ReadingThread();
  try {
    const order = { name, bytes, mapping: [], overrides: [] };
    return { name, reading: (await thread.read(order, () => {})).reading };
  } catch (error) {
    if (error instanceof AppError) return refusal(name, error.code, error.message);
    throw error;
  } finally {
    await thread.close();
  }
}

function refusal(file: string, code: string, message: string): Issue {
  return { file, sheet: '', row: 0, column: '', code, severity: 'error', message };
}

function notThere(name: string, path: string): Issue {
  const message = `Không đọc được tệp "${path}". Hãy kiểm tra đường dẫn.`;
  return refusal(name, 'terminal.file-missing', message);
}

function skippedIn(readings: readonly FileReading[]): number {
  return readings.reduce((sum, { reading: { skipped } }) => {
    const { totals, sections, numbering, continued, footer } = skipped;
    return sum + totals + sections + numbering + continued + footer;
  }, 0);
}

function columnsIn({ name, reading }: FileReading): readonly CheckedColumn[] {
  return reading.sheets.flatMap(({ sheet, tables }) =>
    tables.flatMap(({ headerRows, columns }) =>
      columns.map(({ letters, label, field }) => ({
        ...{ file: name, sheet, headerRow: headerRows.last, column: letters, label, field },
      })),
    ),
  );
}

function checkedRecord({ record, unitCode, positionCode, majorGroup }: ResolvedRow): CheckedRecord {
  return { ...wholeRecord(record), unitCode, positionCode, majorGroup };
}
