import type { Stamp } from './sheet-spec.js';

/** Excel's limit for a header or footer with its codes. */
const LONGEST = 255;
const RED = '&KFF0000';

/** The print footer: who took the sheet out at the left, the page in the middle; at most 255 characters. */
export function footerOf(font: string, stamp: Stamp | null): string {
  const page = `&C&"${font}"&11Trang &P/&N`;
  if (stamp === null) return page;
  const start = `&L&"${font}"&8 `;
  return start + fitted(stamp.text, LONGEST - page.length - start.length) + page;
}

/** The print header: the mark of secrecy at the right of every page, in red. */
export function headerOf(font: string, stamp: Stamp | null): string | null {
  const mark = stamp?.mark ?? null;
  return mark === null ? null : `&R&"${font},Bold"&14${RED}${escaped(mark)}`;
}

/** An ampersand begins a code, so it is written twice; a text that is too long is cut before a pair. */
function fitted(text: string, room: number): string {
  const whole = escaped(text);
  if (whole.length <= room) return whole;
  const cut = whole.slice(0, room - 1);
  const ampersands = /&*$/.exec(cut)?.[0].length ?? 0;
  return `${ampersands % 2 === 1 ? cut.slice(0, -1) : cut}…`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&&').replace(/\s+/g, ' ');
}
