import { describe, expect, it } from '@jest/globals';
import { logText } from './log-text.js';

function driverError(): Error {
  const driver = Object.assign(new Error('invalid input "Hà Văn Bệnh"\n    at risk: ung thư'), {
    code: '23505',
    detail: 'Key (personal_number)=(011085000123) already exists.',
    table: 'staff',
    constraint: 'staff_personal_number_key',
  });
  const { message } = driver;
  return Object.assign(new Error(message), {
    name: 'QueryFailedError',
    code: '23505',
    driverError: driver,
    parameters: ['011085000123', 'ung thư'],
  });
}

describe('logText', () => {
  it('tells of a database error its code, its names and where, and no value of a row', () => {
    const text = logText(driverError());
    expect(text).toContain('QueryFailedError 23505 table staff');
    expect(text).toContain('constraint staff_personal_number_key');
    expect(text).toContain('log-text.spec');
    for (const secret of ['011085000123', 'Hà Văn Bệnh', 'already exists', 'ung thư\n'])
      expect(text).not.toContain(secret);
  });

  it('keeps the stack of another error, without personal numbers', () => {
    const text = logText(new Error('nobody called 011085000123'));
    expect(text).toContain('nobody called •••••••••123');
    expect(text).toContain('log-text.spec');
  });

  it('takes what is no error', () => {
    expect(logText('011085000123')).toBe('•••••••••123');
  });

  it('keeps a message in one line: no words of a caller look like a line of the log', () => {
    const typed = 'x\nERROR [Door] forged\r\n    at forged (forged.js:1:1)\u2028\u001b[2J';
    const lines = logText(new Error(typed)).split('\n');
    expect(lines[0]).toBe(
      'Error: x\\u000aERROR [Door] forged\\u000d\\u000a    at forged (forged.js:1:1)\\u2028\\u001b[2J',
    );
    expect(lines.slice(1).join()).not.toContain('forged');
    expect(lines.length).toBeGreaterThan(1);
    expect(logText('a\nb')).toBe('a\\u000ab');
  });
});
