import { operatorOf } from '../../src/shared/actor.js';

/** Điện Biên, the province of the demo. */
export const TEST_PROVINCE = '11';

export const TEST_ACTOR = operatorOf(TEST_PROVINCE, 'officer-1');
