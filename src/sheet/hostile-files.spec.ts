import { describe, expect, it } from '@jest/globals';
import { HOSTILE_FILES } from '../../test/support/hostile-files.js';
import { readWorkbook } from './xlsx-reader.js';

/** One sentence or more that begins with the file and ends with a full stop; nothing of ours or of a library's inside. */
const CLEAR = /^Tệp .{20,400}\.$/su;
const INSIDE_OF_US = /undefined|null|NaN|Error|node_modules|src\/|invalid|unexpected|expected/;

describe('hostile files', () => {
  it('are more than sixty, each under a name of its own', () => {
    expect(HOSTILE_FILES.length).toBeGreaterThan(60);
    expect(new Set(HOSTILE_FILES.map(({ name }) => name)).size).toBe(HOSTILE_FILES.length);
  });

  it.each(HOSTILE_FILES.filter(({ refused }) => refused !== undefined))(
    'readWorkbook refuses: $name',
    async ({ make, refused }) => {
      const error: unknown = await readWorkbook(make()).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ kind: 'bad-input', code: refused?.code });
      const { message } = error as Error;
      expect(message).toContain(refused?.words);
      expect(message).toMatch(CLEAR);
      if (!/không phải là số/.test(message)) expect(message).not.toMatch(INSIDE_OF_US);
    },
  );

  it.each(HOSTILE_FILES.filter(({ read }) => read !== undefined))(
    'readWorkbook reads, because it is harmless: $name',
    async ({ make, read }) => {
      const workbook = await readWorkbook(make());
      expect(() => read?.(workbook)).not.toThrow();
    },
  );
});
