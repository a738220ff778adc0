import { ValidateBy } from 'class-validator';

/** Something that can be seen: neither spaces, nor characters without width or without a shape. */
const VISIBLE = /[^\s\p{C}\p{Z}]/u;

/** The property is a text that says something: a reason of spaces is none. */
export function IsSaid(message: string): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isSaid',
      validator: { validate: (value: unknown) => typeof value === 'string' && VISIBLE.test(value) },
    },
    { message },
  );
}
