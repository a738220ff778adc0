import { folded } from '../../../shared/text.js';

const MARK = /^(x+|v|\+|1|co|✓|✔|☑|√|×|•|●)$/;

/** Whether a cell is ticked: "x", "X", "v", "+", "1", "có". */
export function isMark(text: string): boolean {
  return MARK.test(folded(text));
}
