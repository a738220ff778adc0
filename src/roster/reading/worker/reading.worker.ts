import { carryOutOrders } from '../../../sheet/thread/carry-out-orders.js';
import { readWorkbook } from '../../../sheet/xlsx-reader.js';
import { textsOf } from '../cell-texts.js';
import { readRoster } from '../read-roster.js';
import { inUnicode } from '../legacy/legacy-text.js';
import { repaired } from '../repair.js';
import { packRows } from './packed-rows.js';
import type { ReadingAnswer, ReadingOrder, ReadingPiece } from './reading.messages.js';

/** Records of one message: few enough that taking them never holds up the program. */
const PORTION = 1_000;

/** Reads a roster workbook in a thread of its own: zip, XML and rows. */
carryOutOrders<ReadingOrder, ReadingPiece, ReadingAnswer>(
  async ({ name, bytes, mapping, overrides }, give) => {
    const sent = await readWorkbook(bytes, { progress: (rows) => give({ rows }) });
    const workbook = repaired(sent, overrides);
    const { records, ...rest } = readRoster(name, workbook, { mapping });
    const texts = textsOf(inUnicode(workbook));
    for (let from = 0; from < records.length; from += PORTION) {
      const part = records.slice(from, from + PORTION);
      give({ records: packRows(part), cells: packRows(part.map(texts)) });
    }
    return rest;
  },
);
