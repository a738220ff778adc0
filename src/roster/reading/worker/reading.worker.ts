import { carryOutOrders } from '../../../sheet/thread/carry-out-orders.js';
import { readWorkbook } from '../../../sheet/xlsx-reader.js';
import { textsOf } from '../cell-texts.js';
import { readRosterInto } from '../read-roster.js';
import type { RecordSink } from '../read-rows.js';
import type { ReadRecord } from '../roster-reading.js';
import { inUnicode } from '../legacy/legacy-text.js';
import { repaired } from '../repair.js';
import { packRows } from './packed-rows.js';
import type { ReadingAnswer, ReadingOrder, ReadingPiece } from './reading.messages.js';

/** Records of one message: few enough that taking them never holds up the program. */
const PORTION = 1_000;

/** Gives records away as they come: those of a long file are never there all at once. */
class Portions implements RecordSink {
  length = 0;
  private part: ReadRecord[] = [];

  constructor(private readonly give: (part: readonly ReadRecord[]) => void) {}

  push(record: ReadRecord): void {
    this.length++;
    if (this.part.push(record) === PORTION) this.flush();
  }

  flush(): void {
    if (this.part.length > 0) this.give(this.part);
    this.part = [];
  }
}

/** Reads a roster workbook in a thread of its own: zip, XML and rows. */
carryOutOrders<ReadingOrder, ReadingPiece, ReadingAnswer>(
  async ({ name, bytes, mapping, overrides }, give) => {
    const sent = await readWorkbook(bytes, { progress: (rows) => give({ rows }) });
    const workbook = repaired(sent, overrides);
    const texts = textsOf(inUnicode(workbook));
    const portions = new Portions((part) =>
      give({ records: packRows(part), cells: packRows(part.map(texts)) }),
    );
    const answer = readRosterInto(portions, name, workbook, mapping);
    portions.flush();
    return answer;
  },
);
