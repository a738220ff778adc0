import { text } from 'node:stream/consumers';
import { DEFAULT_LIMITS } from '../../../src/sheet/limits.js';
import { openParts } from '../../../src/sheet/zip-parts.js';

/** Every part of a workbook as it is written: cells, headers and footers, properties, comments. By path. */
export async function partsOf(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const parts = await openParts(bytes, DEFAULT_LIMITS);
  const found = new Map<string, string>();
  for (const path of parts.paths) found.set(path, await text(await parts.open(path)));
  return found;
}
