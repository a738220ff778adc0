import type { PatchRefusal } from '../patch/can-patch.js';
import type { WorkbookMarks } from '../patch/marks.js';
import type { Marked, MarkOrder } from './mark.messages.js';
import { SheetThread } from './sheet-thread.js';

/** The thread in which senders' workbooks get their marks; `close` ends it. */
export class MarkThread {
  private readonly thread = new SheetThread<MarkOrder, never, Marked>('sheet/thread/mark.worker');

  /** As `canPatch`. @throws BadInput `sheet.*` */
  async refusalOf(bytes: Uint8Array): Promise<PatchRefusal | null> {
    return (await this.carryOut({ bytes, marks: null })).refused;
  }

  /** As `markedWorkbook`. @throws BadInput `sheet.*` */
  async marked(sent: Uint8Array, marks: WorkbookMarks): Promise<Buffer> {
    const { bytes } = await this.carryOut({ bytes: sent, marks });
    if (bytes === null) throw new Error('a workbook with marks was wanted');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  close(): Promise<void> {
    return this.thread.close();
  }

  private carryOut(order: MarkOrder): Promise<Marked> {
    return this.thread.carryOut(order, () => {});
  }
}

/** Runs `work` with a thread of its own and ends it. */
export async function withMarkThread<T>(work: (thread: MarkThread) => Promise<T>): Promise<T> {
  const thread = new MarkThread();
  try {
    return await work(thread);
  } finally {
    await thread.close();
  }
}
