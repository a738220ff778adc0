import { fileURLToPath } from 'node:url';

/** Where the migrations of this program lie: beside `src`, built beside `dist/src`. The bundle lies as deep as that. */
export const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url));
