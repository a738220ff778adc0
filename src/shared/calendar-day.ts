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
