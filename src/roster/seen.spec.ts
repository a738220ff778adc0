import { describe, expect, it } from '@jest/globals';
import { seenText } from './seen.js';

const OFFICER = { role: 'officer', closedScope: false } as const;
const open = { classes: [], closed: false };

describe('seenText', () => {
  it('shows what is open, masks numbers and hides what is protected', () => {
    expect(seenText(OFFICER, open, 'Luật')).toEqual({ value: 'Luật', state: 'shown' });
    const number = { classes: ['personal-number'], closed: false } as const;
    expect(seenText(OFFICER, number, '012085000001').value).toBe('•••••••••001');
    const health = { classes: ['health', 'family'], closed: false } as const;
    expect(seenText(OFFICER, health, 'ốm')).toEqual({ value: null, state: 'hidden' });
    expect(seenText({ ...OFFICER, role: 'operator' }, health, 'ốm').value).toBe('ốm');
  });

  it('shows what is closed only to the closed scope', () => {
    const closed = { classes: [], closed: true };
    expect(seenText(OFFICER, closed, 'Phó Chủ tịch').state).toBe('hidden');
    expect(seenText({ ...OFFICER, closedScope: true }, closed, 'Phó Chủ tịch').state).toBe('shown');
  });
});
