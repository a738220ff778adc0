import type { Alignment, Borders, Font, Style } from 'exceljs';

const FONT_NAME = 'Times New Roman';
const FONT_SIZE = 13;

const THIN = { style: 'thin' } as const;
const BOX: Partial<Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };

export const TEXT_FORMAT = '@';
export const DAY_FORMAT = 'dd/mm/yyyy';

export function fontOf(more: Partial<Font> = {}): Partial<Font> {
  return { name: FONT_NAME, size: FONT_SIZE, ...more };
}

export function centred(more: Partial<Font> = {}): Partial<Style> {
  const alignment: Partial<Alignment> = {
    horizontal: 'center',
    vertical: 'middle',
    wrapText: true,
  };
  return { font: fontOf(more), alignment };
}

export const HEADER_STYLE: Partial<Style> = { ...centred({ bold: true }), border: BOX };
export const NUMBERING_STYLE: Partial<Style> = {
  ...centred({ italic: true, size: 11 }),
  border: BOX,
};
export const SECTION_STYLE: Partial<Style> = {
  font: fontOf({ bold: true }),
  alignment: { horizontal: 'left', vertical: 'middle' },
  border: BOX,
};

/** Who took the sheet out: readable, and not in the way of the title. */
export const STAMP_STYLE: Partial<Style> = {
  font: fontOf({ italic: true, size: 11 }),
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
};

const RED = { argb: 'FFFF0000' };
const RED_LINE = { style: 'medium', color: RED } as const;

/** The mark of secrecy: red, in a frame, as on paper. */
export const MARK_STYLE: Partial<Style> = {
  ...centred({ bold: true, size: 14, color: RED }),
  border: { top: RED_LINE, left: RED_LINE, bottom: RED_LINE, right: RED_LINE },
};

/** A body cell; `format` undefined = General. */
export function bodyStyle(
  horizontal: 'left' | 'center' | 'right',
  bold: boolean,
  format: string | undefined,
): Partial<Style> {
  return {
    font: fontOf({ bold }),
    alignment: { horizontal, vertical: 'middle', wrapText: true },
    border: BOX,
    ...(format === undefined ? {} : { numFmt: format }),
  };
}
