import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './project-root.js';

/**
 * A script for a worker thread, from source and from the build alike: threads start from built JavaScript only.
 *
 * @param path below `src`, without ending: `placement/worker/placement.worker`.
 */
export function builtScript(path: string): URL {
  return pathToFileURL(join(projectRoot(), 'dist', 'src', `${path}.js`));
}
