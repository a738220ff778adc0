import { carryOutOrders } from '../../../sheet/thread/carry-out-orders.js';
import { readWorkbook } from '../../../sheet/xlsx-reader.js';
import { cellTexts } from '../../reading/cell-texts.js';
import { inUnicode } from '../../reading/legacy/legacy-text.js';
import { repaired } from '../../reading/repair.js';
import { readTables } from '../read-tables.js';
import { tablesOf } from '../table-kinds.js';
import type { TablesAnswer, TablesOrder, TablesPiece } from './tables.messages.js';

/** Rows of one message: few enough that taking them never holds up the program. */
const PORTION = 1_000;

/** Reads a workbook as tables in a thread of its own. */
carryOutOrders<TablesOrder, TablesPiece, TablesAnswer>(
  async ({ name, bytes, kind, choices, overrides }, give) => {
    const sent = await readWorkbook(bytes, { progress: (progress) => give({ progress }) });
    const workbook = repaired(sent, overrides);
    const { rows, ...rest } = readTables(name, workbook, { specs: tablesOf(kind), choices });
    const cells = cellTexts(inUnicode(workbook), rows);
    for (let from = 0; from < rows.length; from += PORTION)
      give({ rows: rows.slice(from, from + PORTION), cells: cells.slice(from, from + PORTION) });
    return rest;
  },
);
