import { BadInput } from '../../shared/errors.js';
import { THREAD_LIMITS, type ThreadLimits } from '../../sheet/thread/sheet-thread.js';
import type { UploadedFile } from '../batch.js';
import type { CellTexts } from './cell-texts.js';
import { withoutCopies } from './copies.js';
import type { ColumnChoice } from './fields.js';
import type { CellOverride } from './repair.js';
import type { RosterReading } from './roster-reading.js';
import type { PackedList } from './worker/packed-rows.js';
import { ReadingThread } from './worker/reading-thread.js';

/** A workbook as it was sent. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A workbook as sent, and what it says. */
export interface ReadRosterFile extends UploadedFile {
  readonly reading: RosterReading;
  /** What the cells of each record say, in the order of the records. */
  readonly cells: PackedList<CellTexts>;
}

/** What was said of the files beside their bytes. */
export interface HowToRead {
  /** What the labels of this sender mean. */
  readonly mapping?: readonly ColumnChoice[];
  /** Cells typed anew, by the name of the file. */
  readonly overrides?: ReadonlyMap<string, readonly CellOverride[]>;
  /** Called with the number of files, copies with the one that is read for them, and of rows read so far. */
  readonly progress?: (files: number, rows: number) => void;
}

/**
 * Reads the workbooks of one upload, in order, knowing nothing of the registry: all that staging takes. They are parsed in a
 * thread with limits, never in the program's own. Of files with the same bytes one is read.
 *
 * @throws BadInput `roster.no-file`, `roster.file-twice`; `sheet.*` naming the file.
 */
export async function readRosterFiles(
  files: readonly SentFile[],
  { mapping = [], overrides, progress = () => {} }: HowToRead = {},
  limits: ThreadLimits = THREAD_LIMITS,
): Promise<ReadRosterFile[]> {
  filesMustDiffer(files);
  const thread = new ReadingThread(limits);
  const read: ReadRosterFile[] = [];
  let [filesBefore, rowsBefore] = [0, 0];
  try {
    for (const { file, sha256, notes } of withoutCopies(files)) {
      const { name, bytes } = file;
      let rows = 0;
      const order = { name, bytes, mapping, overrides: overrides?.get(name) ?? [] };
      const found = thread.read(order, (count) => {
        rows = count;
        progress(filesBefore, rowsBefore + rows);
      });
      const { reading, cells } = await namedIn(name, found);
      const issues = [...reading.issues, ...notes];
      read.push({ name, bytes, sha256, reading: { ...reading, issues }, cells });
      filesBefore += 1 + notes.length;
      rowsBefore += rows;
      progress(filesBefore, rowsBefore);
    }
    return read;
  } finally {
    await thread.close();
  }
}

export function filesMustDiffer(files: readonly SentFile[]): void {
  if (files.length === 0) throw new BadInput('roster.no-file', 'Chưa chọn tệp danh sách nào.');
  const names = files.map((file) => file.name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined)
    throw new BadInput('roster.file-twice', `Tệp "${twice}" được gửi hai lần. Hãy bỏ bớt một tệp.`);
}

/** A refusal of one file among several says which. */
export async function namedIn<T>(name: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof BadInput)
      throw new BadInput(error.code, `Tệp "${name}": ${error.message}`, {
        ...error.details,
        file: name,
      });
    throw error;
  }
}
