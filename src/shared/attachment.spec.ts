import { describe, expect, it } from '@jest/globals';
import { attachment } from './attachment.js';

describe('attachment', () => {
  it('gives an ASCII name and the true one, encoded', () => {
    expect(attachment('doi-du-3.xlsx', 'Dôi dư (lần 3).xlsx')).toBe(
      `attachment; filename="doi-du-3.xlsx"; filename*=UTF-8''D%C3%B4i%20d%C6%B0%20%28l%E1%BA%A7n%203%29.xlsx`,
    );
  });

  it('lets no name break out of the header', () => {
    expect(attachment('a"\r\nX: đ.xlsx', "a'*\r\n.xlsx")).toBe(
      `attachment; filename="a___X___.xlsx"; filename*=UTF-8''a%27%2A%0D%0A.xlsx`,
    );
  });
});
