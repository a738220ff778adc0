import { canPatch } from '../patch/can-patch.js';
import { markedWorkbook } from '../patch/patch-workbook.js';
import { carryOutOrders } from './carry-out-orders.js';
import type { Marked, MarkOrder } from './mark.messages.js';

carryOutOrders<MarkOrder, never, Marked>(async (order) => {
  const sent = Buffer.from(order.bytes);
  if (order.marks === null) return { bytes: null, refused: await canPatch(sent) };
  const { bytes, refused } = await markedWorkbook(sent, order.marks);
  return { bytes, refused };
});
