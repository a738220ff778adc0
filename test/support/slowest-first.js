import { basename } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/**
 * Specs that take longest, the longest first: begun last, one of them would run alone while all other workers are done. A
 * clean checkout knows no times of its own.
 */
const SLOWEST = [
  'promotion-killed',
  'bad-input',
  'injection',
  'terminal',
  'sheets-killed',
  'sensitive',
  'nothing',
  'scope',
  'main-job.e2e',
  'axe',
  'figures',
  'backup',
  'last-seat',
  'application-faults',
  'decision-model',
  'metamorphic',
];

export default class SlowestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => placeOf(a) - placeOf(b));
  }
}

function placeOf({ path }) {
  const place = SLOWEST.indexOf(basename(path).replace('.spec.ts', ''));
  return place < 0 ? SLOWEST.length : place;
}
