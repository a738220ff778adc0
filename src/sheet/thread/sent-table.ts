import type { Table } from '../table.js';
import { SheetThread, THREAD_LIMITS, type ThreadLimits } from './sheet-thread.js';
import type { TableOrder } from './table.messages.js';

/**
 * Reads a table that somebody sent, in a thread of its own.
 *
 * @throws BadInput as `readTable`, and `sheet.out-of-memory`, `sheet.timed-out`
 */
export async function readSentTable(
  file: string,
  bytes: Uint8Array,
  limits: ThreadLimits = THREAD_LIMITS,
): Promise<Table> {
  const thread = new SheetThread<TableOrder, never, Table>('sheet/thread/table.worker', limits);
  try {
    return await thread.carryOut({ file, bytes }, () => {});
  } finally {
    await thread.close();
  }
}
