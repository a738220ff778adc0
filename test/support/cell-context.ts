import { PLAIN_STYLE } from '../../src/sheet/styles.js';

export const DAY = { format: 'dd/mm/yyyy', font: null, struck: false };

/** A workbook of two styles and one shared text. */
export const CONTEXT = {
  styles: [PLAIN_STYLE, DAY],
  strings: [{ text: 'Thái', runs: null }],
  dateSystem: '1900',
} as const;
