import { describe, expect, it } from '@jest/globals';
import type { Issue } from '../shared/issue.js';
import { issueLines } from './output.js';

const issue = (row: number, message: string): Issue => ({
  ...{ file: 'xa.xlsx', sheet: 'A', row, column: 'F', code: 'x', severity: 'error' },
  message,
});

describe('issueLines', () => {
  it('says the same words once, with the first place and how many more there are', () => {
    const issues = [issue(6, 'Không rõ.'), issue(7, 'Sai ngày.'), issue(9, 'Không rõ.')];
    expect(issueLines(issues, '.')).toEqual([
      '  - xa.xlsx, sheet "A", dòng 6, cột F (và 1 chỗ nữa): Không rõ.',
      '  - xa.xlsx, sheet "A", dòng 7, cột F: Sai ngày.',
    ]);
  });

  it('counts the places of what is left out', () => {
    const issues = Array.from({ length: 60 }, (_, at) => issue(at + 1, `Điểm ${at}.`));
    const lines = issueLines([...issues, issue(99, 'Điểm 59.')], '; xem --json.');
    expect(lines).toHaveLength(51);
    expect(lines.at(-1)).toBe('  … và 11 điểm nữa; xem --json.');
  });
});
