import type { Summary } from '../../lib/api/shapes.js';

/** The figures of one commune. */
export type CommuneSum = Summary['communes'][number];
