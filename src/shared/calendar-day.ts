import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isDay } from './day.js';

/** The property is a day that exists in the calendar, `yyyy-mm-dd`: 2025-02-30 is none, and the database would say so. */
export function IsCalendarDay(options: ValidationOptions = {}): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isCalendarDay',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDay(value),
        defaultMessage: () =>
          '$property: cần một ngày có thật trong lịch, dạng yyyy-mm-dd, ví dụ 2025-07-01',
      },
    },
    options,
  );
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const YEAR = /^\d{4}$/;

/** The property is a day that exists, or what is known of one: `yyyy-mm-dd`, `yyyy-mm` or `yyyy`. */
export function IsPartialDay(message: string): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isPartialDay',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && (YEAR.test(value) || MONTH.test(value) || isDay(value)),
      },
    },
    { message },
  );
}
