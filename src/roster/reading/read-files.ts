import { createHash } from 'node:crypto';
import { BadInput } from '../../shared/errors.js';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import type { UploadedFile } from '../batch.js';
import { readRoster } from './read-roster.js';
import type { RosterReading } from './roster-reading.js';

/** A workbook as it was sent. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A workbook as sent, and what it says. */
export interface ReadRosterFile extends UploadedFile {
  readonly reading: RosterReading;
}

/**
 * Reads the workbooks of one upload, in order, knowing nothing of the registry: all that staging takes.
 *
 * @param progress called with the number of files read so far.
 * @throws BadInput `roster.no-file`, `roster.file-twice`; `sheet.*` naming the file.
 */
export async function readRosterFiles(
  files: readonly SentFile[],
  progress?: (files: number) => void,
): Promise<ReadRosterFile[]> {
  filesMustDiffer(files);
  const read: ReadRosterFile[] = [];
  for (const { name, bytes } of files) {
    const reading = readRoster(name, await namedIn(name, readWorkbook(bytes)));
    read.push({ name, bytes, sha256: sha256(bytes), reading });
    progress?.(read.length);
  }
  return read;
}

function filesMustDiffer(files: readonly SentFile[]): void {
  if (files.length === 0) throw new BadInput('roster.no-file', 'Chưa chọn tệp danh sách nào.');
  const names = files.map((file) => file.name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined)
    throw new BadInput('roster.file-twice', `Tệp "${twice}" được gửi hai lần. Hãy bỏ bớt một tệp.`);
}

/** A refusal of one file among several says which. */
async function namedIn<T>(name: string, reading: Promise<T>): Promise<T> {
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

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
