import { describe, expect, it } from '@jest/globals';
import { byGivenName } from './people-order.js';

describe('byGivenName', () => {
  it('orders by the last word, then by the whole name, as Vietnamese does', () => {
    const names = ['Lò Văn Đông', 'Quàng Thị An', 'Cà Văn Dung', 'Lò Thị An', 'Sùng A Ấn'];
    const people = names.map((fullName) => ({ fullName }));
    const ordered = ['Lò Thị An', 'Quàng Thị An', 'Sùng A Ấn', 'Cà Văn Dung', 'Lò Văn Đông'];
    expect([...people].sort(byGivenName).map(({ fullName }) => fullName)).toEqual(ordered);
    expect(
      [...people]
        .reverse()
        .sort(byGivenName)
        .map(({ fullName }) => fullName),
    ).toEqual(ordered);
  });
});
