import { describe, expect, it } from '@jest/globals';
import { alarmDays, endAlarm } from './secondment-alarm.rules.js';

const marks = alarmDays({ 'secondment.alarm-days': [60, 30, 15, 0] });

describe('endAlarm', () => {
  it.each([
    ['2026-02-18', 61, null],
    ['2026-02-19', 60, 60],
    ['2026-03-20', 31, 60],
    ['2026-03-21', 30, 30],
    ['2026-04-04', 16, 30],
    ['2026-04-05', 15, 15],
    ['2026-04-19', 1, 15],
    ['2026-04-20', 0, 0],
    ['2026-05-20', -30, 0],
  ])('endAlarm on %s, %i days before the end, is %s', (day, daysLeft, alarm) => {
    expect(endAlarm('2026-04-20', day, marks)).toEqual({ daysLeft, alarm });
  });

  it('alarmDays sorts the marks, and names the parameter that is missing', () => {
    expect(marks).toEqual([0, 15, 30, 60]);
    expect(() => alarmDays({})).toThrow(/secondment\.alarm-days/);
  });
});
