import { describe, expect, it } from '@jest/globals';
import { aPosition } from '../spec-world.js';
import { isPairAllowed, JOINT_PAIRS, jointPostFault, type JointPart } from './joint-post.rules.js';

const part = (code: string, more: object = {}, seats = 1): JointPart => ({
  position: { ...aPosition({ code, name: code }), ...more },
  seats,
});

describe('jointPostFault', () => {
  it('jointPostFault lets two positions of one block be one person’s', () => {
    expect(jointPostFault(part('O3'), part('O4'), {})).toBeNull();
  });

  it('jointPostFault refuses one position twice, a position without seats, a given title and two blocks', () => {
    expect(jointPostFault(part('O3'), part('O3'), {})).toContain('phải khác nhau');
    expect(jointPostFault(part('O3'), part('O4', {}, 0), {})).toContain('không được giao');
    expect(jointPostFault(part('O3', { given: true }), part('O4'), {})).toContain('chỉ định');
    expect(jointPostFault(part('O3'), part('D6', { block: 'party' }), {})).toContain('hai khối');
  });

  it('jointPostFault refuses a pair that the province does not list', () => {
    const law = { [JOINT_PAIRS]: ['O3 + O4'] };
    expect(jointPostFault(part('O4'), part('O3'), law)).toBeNull();
    expect(jointPostFault(part('O3'), part('E1'), law)).toContain('danh mục kiêm nhiệm');
  });
});

describe('isPairAllowed', () => {
  it('isPairAllowed takes any pair where no list is set, none of an empty list, and either order', () => {
    expect(isPairAllowed('A', 'B', {})).toBe(true);
    expect(isPairAllowed('A', 'B', { [JOINT_PAIRS]: [] })).toBe(false);
    expect(isPairAllowed('B', 'A', { [JOINT_PAIRS]: ['A+B'] })).toBe(true);
  });
});
