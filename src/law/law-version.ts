import { BadInput, NotFound } from '../shared/errors.js';

/** The kinds of value that a parameter may have. A key keeps its kind: rules read it by type. */
type Kind = 'number' | 'boolean' | 'text' | 'list' | 'other';

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  number: 'một số',
  boolean: 'đúng hoặc sai',
  text: 'văn bản',
  list: 'danh sách',
  other: 'giá trị cùng kiểu',
};

/** @throws BadInput `law.other-kind` where the value is of another kind than the key's values so far. */
export function mustBeOfKind(key: string, known: unknown, value: unknown): void {
  if (kindOf(known) === kindOf(value)) return;
  throw new BadInput(
    'law.other-kind',
    `Tham số ${key} phải là ${KIND_NAMES[kindOf(known)]}, như các giá trị trước đây.`,
    { key },
  );
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

function kindOf(value: unknown): Kind {
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value as Kind;
  if (typeof value === 'string') return 'text';
  return Array.isArray(value) ? 'list' : 'other';
}
