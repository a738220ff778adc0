import { BadRequestException, type ValidationError } from '@nestjs/common';

/** What class-validator says in English where a property gives no words of its own. */
const WORDS: Readonly<Record<string, string>> = {
  whitelistValidation: 'không có tham số này',
  isInt: 'cần một số nguyên',
  isString: 'cần một chuỗi ký tự',
  isIn: 'giá trị không có trong danh sách cho phép',
  min: 'số quá nhỏ',
  max: 'số quá lớn',
  maxLength: 'quá dài',
};

/** A refusal of a body or query whose shape is wrong, every fault in Vietnamese and with the name of its property. */
export function shapeRefused(errors: readonly ValidationError[]): BadRequestException {
  return new BadRequestException(errors.flatMap(faultsOf));
}

export function unknownProperty(name: string): BadRequestException {
  return new BadRequestException([`${name}: ${WORDS['whitelistValidation']}`]);
}

function faultsOf({ property, constraints = {}, children = [] }: ValidationError): string[] {
  const own = Object.entries(constraints).map(([name, message]) =>
    message.startsWith(`${property}: `) ? message : `${property}: ${WORDS[name] ?? 'chưa đúng'}`,
  );
  return [...new Set(own), ...children.flatMap(faultsOf)];
}
