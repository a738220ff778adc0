import type { PatchRefusal } from '../patch/can-patch.js';
import type { WorkbookMarks } from '../patch/marks.js';

/** Without marks the question is only whether the workbook can be marked. */
export interface MarkOrder {
  readonly bytes: Uint8Array;
  readonly marks: WorkbookMarks | null;
}

export interface Marked {
  /** null = nothing was to be marked. */
  readonly bytes: Uint8Array | null;
  /** Why the sender's own workbook cannot be marked; null = it can. */
  readonly refused: PatchRefusal | null;
}
