import type { Actor } from '../../src/shared/actor.js';

/** Điện Biên, the province of the demo. */
export const TEST_PROVINCE = '11';

export const TEST_ACTOR: Actor = {
  id: 'officer-1',
  name: 'Cán bộ kiểm thử',
  provinceCode: TEST_PROVINCE,
};
