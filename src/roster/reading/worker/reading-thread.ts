import {
  SheetThread,
  THREAD_LIMITS,
  type ThreadLimits,
} from '../../../sheet/thread/sheet-thread.js';
import type { CellTexts } from '../cell-texts.js';
import type { ReadRecord, RosterReading } from '../roster-reading.js';
import { recordViews } from '../record-fields.js';
import { PackedList } from './packed-rows.js';
import type { ReadingAnswer, ReadingOrder, ReadingPiece } from './reading.messages.js';

/** What a workbook says, and what the cells of each record say. */
interface Read {
  readonly reading: RosterReading;
  readonly cells: PackedList<CellTexts>;
}

/** The thread that reads the rosters of one upload; `close` ends it. */
export class ReadingThread {
  private readonly thread: SheetThread<ReadingOrder, ReadingPiece, ReadingAnswer>;

  constructor(limits: ThreadLimits = THREAD_LIMITS) {
    this.thread = new SheetThread('roster/reading/worker/reading.worker', limits);
  }

  /**
   * @param progress called with the number of rows read so far
   * @throws BadInput `sheet.*`
   */
  async read(order: ReadingOrder, progress: (rows: number) => void): Promise<Read> {
    const records: ReadRecord[] = [];
    const cells = new PackedList<CellTexts>();
    const rest = await this.thread.carryOut(order, (piece) => {
      if ('rows' in piece) progress(piece.rows);
      else {
        records.push(...recordViews(piece.records));
        cells.add(piece.cells);
      }
    });
    return { reading: { records, ...rest }, cells };
  }

  close(): Promise<void> {
    return this.thread.close();
  }
}
