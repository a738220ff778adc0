import { readFile } from 'node:fs/promises';
import { dataPath } from '../shared/project-root.js';
import { readTable, type Table } from './table.js';

/** A table of our own, `file` within `data/`: not from a sender, so it needs no thread. @throws as `readTable` */
export async function readOwnTable(file: string): Promise<Table> {
  return readTable(file, await readFile(dataPath(file)));
}
