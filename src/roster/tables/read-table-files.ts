import { SheetThread } from '../../sheet/thread/sheet-thread.js';
import type { CellTexts } from '../reading/cell-texts.js';
import { withoutCopies } from '../reading/copies.js';
import { filesMustDiffer, namedIn, type HowToRead, type SentFile } from '../reading/read-files.js';
import type { ReadFile, ReadRow } from '../sheet-kind.js';
import type { TableKind } from './table-kinds.js';
import type { TablesAnswer, TablesOrder, TablesPiece } from './worker/tables.messages.js';

/**
 * Reads the workbooks of one upload as tables, in order, knowing nothing of the registry. They are parsed in a thread with
 * limits, as rosters are.
 *
 * @typeParam R what the tables of the kind make of a row
 * @throws BadInput `roster.no-file`, `roster.file-twice`; `sheet.*` naming the file.
 */
export async function readTableFiles<R>(
  files: readonly SentFile[],
  kind: TableKind,
  { mapping = [], overrides, progress }: HowToRead = {},
): Promise<ReadFile<R>[]> {
  filesMustDiffer(files);
  const thread = new SheetThread<TablesOrder, TablesPiece, TablesAnswer>(
    'roster/tables/worker/tables.worker',
  );
  const read: ReadFile<R>[] = [];
  let [filesBefore, before] = [0, 0];
  try {
    for (const { file, sha256, notes } of withoutCopies(files)) {
      const { name, bytes } = file;
      const rows: ReadRow<R>[] = [];
      const cells: CellTexts[] = [];
      const order = {
        ...{ name, bytes, kind, choices: mapping },
        overrides: overrides?.get(name) ?? [],
      };
      const take = (piece: TablesPiece): void => {
        if ('progress' in piece) progress?.(filesBefore, before + piece.progress);
        else {
          rows.push(...(piece.rows as readonly ReadRow<R>[]));
          cells.push(...piece.cells);
        }
      };
      const { issues, sheets } = await namedIn(name, thread.carryOut(order, take));
      read.push({ name, bytes, sha256, rows, cells, issues: [...issues, ...notes], sheets });
      filesBefore += 1 + notes.length;
      progress?.(filesBefore, (before += rows.length));
    }
    return read;
  } finally {
    await thread.close();
  }
}
