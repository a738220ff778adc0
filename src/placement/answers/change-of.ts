import { BadInput } from '../../shared/errors.js';
import type { Change } from '../price/question.js';
import type { NewPersonBody, WhatIfBody, WishBody } from './answers.queries.js';

/** The change that a body asks for. @throws BadInput `placement.change-incomplete`, which names what is missing */
export function changeOf(body: WhatIfBody): Change {
  const { kind, unitCode = null, positionCode = null } = body;
  switch (kind) {
    case 'pin': {
      const at = { unitCode: given(body, 'unitCode'), positionCode: given(body, 'positionCode') };
      return { kind, staffId: given(body, 'staffId'), ...at };
    }
    case 'unpin':
    case 'leave':
    case 'remove-person':
      return { kind, staffId: given(body, 'staffId') };
    case 'forbid':
      return { kind, staffId: given(body, 'staffId'), unitCode, positionCode };
    case 'wish':
      return { kind, staffId: given(body, 'staffId'), wish: wishOf(body.wish) };
    case 'add-person':
      return { kind, person: personOf(given(body, 'person')) };
    case 'seats': {
      const at = { unitCode: given(body, 'unitCode'), positionCode: given(body, 'positionCode') };
      return { kind, ...at, seats: given(body, 'seats'), required: body.required ?? 0 };
    }
  }
}

function given<K extends keyof WhatIfBody>(
  body: WhatIfBody,
  name: K,
): Exclude<WhatIfBody[K], undefined> {
  const value = body[name];
  if (value !== undefined) return value as Exclude<WhatIfBody[K], undefined>;
  throw new BadInput(
    'placement.change-incomplete',
    `${name}: cần có khi hỏi về thay đổi "${body.kind}".`,
    { kind: body.kind, missing: name },
  );
}

function wishOf(wish: WishBody | undefined): Extract<Change, { kind: 'wish' }>['wish'] {
  return wish === undefined ? null : { kind: wish.kind, communeCodes: wish.communes ?? [] };
}

function personOf(body: NewPersonBody): Extract<Change, { kind: 'add-person' }>['person'] {
  const { degree = null, majorGroup = null, rank = null, ...person } = body;
  return { ...person, degree, majorGroup, rank };
}
