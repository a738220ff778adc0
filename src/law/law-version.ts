import { valueOutOfBounds } from '../rules/parameter-bounds.js';
import { isDay } from '../shared/day.js';
import { BadInput, NotFound } from '../shared/errors.js';

/** The kinds of value that a parameter may have. A key keeps its kind: rules read it by type. */
export const KEY_KINDS = ['number', 'boolean', 'text', 'day', 'list'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** A parameter that there may be. */
export interface KnownKey {
  readonly key: string;
  readonly pack: string;
  readonly kind: KeyKind;
  readonly byUnit: boolean;
  readonly nameVi: string;
  readonly nameEn: string;
}

export const KIND_NAMES: Readonly<Record<KeyKind, string>> = {
  number: 'một số',
  boolean: 'đúng hoặc sai',
  text: 'văn bản',
  day: 'một ngày có trong lịch, dạng yyyy-mm-dd',
  list: 'danh sách chữ hoặc danh sách số',
};

const IS_KIND: Readonly<Record<KeyKind, (value: unknown) => boolean>> = {
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  text: (value) => typeof value === 'string' && value.trim() !== '',
  day: (value) => typeof value === 'string' && isDay(value),
  list: (value) => isListOf(value, 'string') || isListOf(value, 'number'),
};

/** @throws BadInput `law.other-kind` where the rules cannot read the value, or it is a list of another kind than before. */
export function mustBeOfKind(key: string, kind: KeyKind, value: unknown, known: unknown): void {
  const [before, now] = [itemKind(known), itemKind(value)];
  const isOther = kind === 'list' && before !== null && now !== null && before !== now;
  const wanted = IS_KIND[kind](value) && !isOther ? valueOutOfBounds(key, value) : KIND_NAMES[kind];
  if (wanted === null) return;
  throw new BadInput('law.other-kind', `Tham số ${key} phải là ${wanted}.`, { key });
}

export function unknownParameter(key: string): NotFound {
  return new NotFound(
    'law.unknown-parameter',
    `Không có tham số ${key}. Chọn một tham số trong danh sách quy định.`,
    { key },
  );
}

export function spanReversed(): BadInput {
  return new BadInput('law.span-reversed', 'Ngày hết hiệu lực phải sau ngày có hiệu lực.');
}

export function notByUnit(key: string): BadInput {
  return new BadInput(
    'law.not-by-unit',
    `Tham số ${key} chỉ đặt được cho cả tỉnh, không đặt riêng cho một đơn vị.`,
    { key },
  );
}

export function unknownUnit(unit: string): NotFound {
  return new NotFound(
    'law.unknown-unit',
    `Tỉnh không có đơn vị mã ${unit} vào ngày có hiệu lực. Kiểm tra lại mã đơn vị.`,
    { unit },
  );
}

export function noValueOfUnit(key: string, unit: string): NotFound {
  return new NotFound(
    'law.no-value-of-unit',
    `Đơn vị mã ${unit} không có giá trị riêng của ${key} vào ngày đó. Bỏ mã đơn vị để xác nhận giá trị của tỉnh.`,
    { key, unit },
  );
}

function isListOf(value: unknown, type: 'string' | 'number'): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === type);
}

/** An empty list fits both. */
function itemKind(value: unknown): string | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  return typeof value[0];
}
