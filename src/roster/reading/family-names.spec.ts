import { describe, expect, it } from '@jest/globals';
import { beginsLikeAPerson } from './family-names.js';

describe('beginsLikeAPerson', () => {
  it.each(['Nguyễn Văn An', 'HOÀNG A', 'Lò Ún', "H'Bia Niê", 'H’Bia', 'Y Bih', 'Ông Ún'])(
    'takes %s',
    (text) => expect(beginsLikeAPerson(text)).toBe(true),
  );
  it.each(['Nguyễn', 'Mễ Sở', 'Laverne', 'Xóm 1', "H'"])('leaves %s', (text) =>
    expect(beginsLikeAPerson(text)).toBe(false),
  );
});
