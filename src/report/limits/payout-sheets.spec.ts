import { describe, expect, it } from '@jest/globals';
import { parameterRows } from '../../../data/tables.js';
import { parametersOn, scopesOf } from '../../rules/parameters.js';
import { payoutsOf } from '../../rules/payout-154.rules.js';
import { payoutContext, type PayoutContext } from '../../rules/payout-law.js';
import { leavesOf } from '../../sheet/header-layout.js';
import { payoutSheets, type PayoutBook } from './payout-sheets.js';

const values = parametersOn(parameterRows(), '2025-09-01', scopesOf('11')).values;
const SALARY = 10_000_000;

/** The form of somebody who retires so early, as text by the column's label; empty cells are left out. */
function form(law: PayoutContext, retiresOn: string, leavingOn = '2025-09-01') {
  const reorganisedOn = '2025-07-01';
  const facts = { leavingOn, retiresOn, reorganisedOn, insuranceYears: 25, ageYears: 58 };
  const payouts = payoutsOf({ ...facts, salary: SALARY }, law);
  const person = {
    ...{ staffId: 1, fullName: 'Lò Văn Một', bornOn: '1967-03-01', sex: 'male' as const },
    ...{ communeCode: '1', communeName: 'Xã A', unitName: 'Xã A', positionName: 'Chuyên viên' },
    ...{ block: 'government' as const, surplus: true, coefficient: 4.98, positionAllowance: null },
    ...{ overGradePercent: null, insuranceYears: 25, salary: null, retiresOn, payouts },
    latestRetiresOn: null,
  };
  const { decree178 } = law;
  const book: PayoutBook = {
    ...{ people: [person], totals: [], leavingOn, reorganisedOn, decree178, notice: [] },
  };
  const sheets = payoutSheets(book);
  const [sheet] = sheets;
  const [row] = sheet!.rows as readonly { readonly cells: readonly unknown[] }[];
  const labels = leavesOf(sheet!.columns).map(({ label }) => label);
  const sums = Object.fromEntries(
    labels.flatMap((label, at) => {
      const cell = row!.cells[at];
      return /^Mức|tháng lương/.test(label) && cell !== null ? [[label, cell]] : [];
    }),
  );
  return { sums, labels, names: sheets.map(({ name }) => name) };
}

describe('the form of early retirement', () => {
  const law = payoutContext(values);

  it('has the rates of the decree over its columns', () => {
    const { labels } = form(law, '2028-09-01');
    expect(labels).toHaveLength(25);
    expect(labels.filter((label) => label.startsWith('Mức'))).toEqual([
      ...['Mức 1,0', 'Mức 0,9', 'Mức 0,5', 'Mức 0,45'],
    ]);
  });

  it('puts each sum under the rate by which it was found', () => {
    expect(form(law, '2028-09-01').sums).toEqual({
      'Mức 1,0': 36 * SALARY,
      'Theo số năm nghỉ sớm: 5 tháng lương': 15 * SALARY,
    });
    expect(form(law, '2032-09-01').sums).toEqual({
      'Mức 0,9': 60 * 0.9 * SALARY,
      'Theo số năm nghỉ sớm: 4 tháng lương': 28 * SALARY,
    });
    expect(form(law, '2029-09-01', '2026-08-01').sums).toMatchObject({
      'Mức 0,5': 37 * 0.5 * SALARY,
    });
  });

  it('follows the law when its rates change, and loses no sum', () => {
    const changed = { ...values, 'payout.178.lump.near.first': 1.2, 'payout.178.year.near': 6 };
    expect(form(payoutContext(changed), '2028-09-01').sums).toEqual({
      'Mức 1,2': 43.2 * SALARY,
      'Theo số năm nghỉ sớm: 6 tháng lương': 18 * SALARY,
    });
    const equal = { ...values, 'payout.178.lump.near.later': 1 };
    expect(form(payoutContext(equal), '2029-09-01', '2026-08-01').sums['Mức 1,0']).toBe(
      37 * SALARY,
    );
  });

  it('is left out where the decree is not in force', () => {
    const none = { ...law, decree178: null };
    expect(form(none, '2028-09-01').names).toEqual(['So sánh', 'Tổng hợp']);
  });
});
