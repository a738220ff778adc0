import { createHash } from 'node:crypto';
import type { Facets } from './facets.js';
import type { Mark } from './mark.js';

const VERSION = 'bt1';
const NAME_LENGTH = 4;
const VALUE_LENGTH = 5;
const MARK = new RegExp(
  `^${VERSION}\\.(\\d{1,15})\\.((?:[\\w-]{${NAME_LENGTH + VALUE_LENGTH}})*)$`,
);

/**
 * The mark of a row: it travels in the row's own cell, so that sorting, inserting and deleting rows do no harm.
 *
 * @param facets exactly what the row shows: of a value that is not in the file not even a hash may leave.
 */
export function markText(staffId: number, facets: Facets): string {
  const hashes = Object.entries(facets).map(
    ([facet, value]) => nameHash(facet) + valueHash(staffId, facet, value),
  );
  return `${VERSION}.${staffId}.${hashes.join('')}`;
}

/** The mark in a cell's text; null = none, or one that was broken. */
export function readMark(text: string | undefined): Mark | null {
  const [, id, body = ''] = MARK.exec(text ?? '') ?? [];
  if (id === undefined) return null;
  const staffId = Number(id);
  const hashes = new Map<string, string>();
  for (let at = 0; at < body.length; at += NAME_LENGTH + VALUE_LENGTH)
    hashes.set(
      body.slice(at, at + NAME_LENGTH),
      body.slice(at + NAME_LENGTH, at + NAME_LENGTH + VALUE_LENGTH),
    );
  const went = (facet: string, value: unknown): boolean | null => {
    const hash = hashes.get(nameHash(facet));
    return hash === undefined ? null : hash === valueHash(staffId, facet, value);
  };
  return { staffId, went };
}

function nameHash(facet: string): string {
  return hashed(facet, NAME_LENGTH);
}

/** Of 30 bits: of a thousand million changed cells one would be taken for unchanged. */
function valueHash(staffId: number, facet: string, value: unknown): string {
  return hashed(JSON.stringify([staffId, facet, value ?? null]), VALUE_LENGTH);
}

function hashed(text: string, length: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}
