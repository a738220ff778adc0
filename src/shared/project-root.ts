import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, from source and from the build alike: the nearest one above that holds `nest-cli.json`. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'nest-cli.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('The folder of the project is not above the program');
    folder = above;
  }
  return folder;
}

/** Path of a file or folder of the data that ships with the project. */
export function dataPath(...parts: readonly string[]): string {
  return join(projectRoot(), 'data', ...parts);
}
