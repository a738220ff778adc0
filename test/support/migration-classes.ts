import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationInterface } from 'typeorm';

type MigrationClass = new () => MigrationInterface;

/** The migrations as they stand in the source, in their order. */
export async function migrationClasses(): Promise<MigrationClass[]> {
  const folder = fileURLToPath(new URL('../../migrations/', import.meta.url));
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const classes: MigrationClass[] = [];
  for (const file of files) {
    const exported = (await import(join(folder, file))) as Record<string, MigrationClass>;
    classes.push(...Object.values(exported));
  }
  return classes;
}
