import { damaged } from './refusals.js';

export type Attributes = Readonly<Record<string, string>>;

/** No attribute is there but what was read: not even `constructor`. */
function Bare(): void {
  // its prototype is all that it is for
}
Bare.prototype = Object.create(null) as object;

/** An empty set of attributes. One constructor for all of them is faster than `Object.create(null)` each time. */
export function emptyAttributes(): Record<string, string> {
  return new (Bare as unknown as new () => Record<string, string>)();
}

const ENTITY = /&([^;&]{0,32};?)/g;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp;', '&'],
  ['lt;', '<'],
  ['gt;', '>'],
  ['quot;', '"'],
  ['apos;', "'"],
]);
const LAST_CODE_POINT = 0x10ffff;

/** A stretch of XML as text: entities and references resolved once. @throws BadInput `sheet.damaged` for any other */
export function textOf(xml: string): string {
  return xml.includes('&') ? xml.replace(ENTITY, resolved) : xml;
}

function resolved(_all: string, entity: string): string {
  const text = NAMED.get(entity) ?? characterOf(entity);
  if (text === null) throw damaged(`thực thể "&${entity}" không khai báo`);
  return text;
}

function characterOf(entity: string): string | null {
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));$/i.exec(entity) ?? [];
  const code = hex === undefined ? Number(decimal ?? 0) : parseInt(hex, 16);
  return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : null;
}

/** Controls that no text holds, what is no character, and halves of characters. */
const UNPRINTABLE = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Cs}/u;
const ALL_UNPRINTABLE = new RegExp(UNPRINTABLE, 'gu');

/** Text that everything behind the reader can hold: the database, the page and any workbook written from it. */
export function printable(text: string): string {
  return UNPRINTABLE.test(text) ? text.replace(ALL_UNPRINTABLE, '') : text;
}
