import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LawEditService } from '../../src/law/law-edit.service.js';
import { PayoutService } from '../../src/payout/payout.service.js';
import { PayoutReportService } from '../../src/report/limits/payout-report.service.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { openApp, SMALL_ACTOR, smallJob, trail } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const PAGE = { offset: 0, limit: 200 };
const asked = {
  ...{ source: { on: '2025-07-01' }, leavingOn: '2026-07-01', appendix: 'I' as const },
  who: 'all' as const,
};

let database: FreshDatabase;
let app: INestApplicationContext;
let payouts: PayoutService;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app);
  payouts = app.get(PayoutService);
  await database.query(
    `UPDATE staff SET coefficient = 4.98, insurance_years = 25, born_on = '1968-03', sex = 'male',
       over_grade_percent = NULL, position_allowance = NULL`,
  );
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

describe('pay-outs', () => {
  it('are off until the province switches them on', async () => {
    await expect(payouts.list(SMALL_ACTOR, asked, PAGE)).rejects.toMatchObject({
      code: 'payout.off',
    });
    await app.get(LawEditService).set(SMALL_ACTOR, {
      ...{ key: 'payout.shown', value: true, unit: null, startsOn: '2025-01-01', endsOn: null },
      source: { document: 'Quyết định của tỉnh', article: '', date: '' },
      ...{ evidence: 'found', note: '' },
    });
    const { items, total, parameters } = await payouts.list(SMALL_ACTOR, asked, PAGE);
    expect(items.length).toBe(total);
    expect(total).toBeGreaterThan(0);
    expect(parameters.map(({ key }) => key)).toContain('payout.178.insurance.from-years');
    expect(parameters.find(({ key }) => key === 'salary.base-monthly-vnd')).toBeDefined();
  });

  it('take the base salary of the last day of service: 30 June and 1 July 2026', async () => {
    const baseOf = async (leavingOn: string) =>
      (await payouts.list(SMALL_ACTOR, { ...asked, leavingOn }, PAGE)).items[0]?.salary?.base;
    expect([await baseOf('2026-07-01'), await baseOf('2026-07-02')]).toEqual([2340000, 2530000]);
  });

  it('stand side by side for each person, and their totals beside them', async () => {
    const { items, totals } = await payouts.list(SMALL_ACTOR, asked, PAGE);
    const [first] = items;
    expect(first?.payouts.map(({ scheme }) => scheme)).toEqual([
      ...['178-early', '178-severance', '154-early', '154-move-out', '154-leave', '154-study'],
    ]);
    // born in March 1968: 62 years in March 2030, gone from 1 April; 45 months early
    expect(first).toMatchObject({ retiresOn: '2030-04-01', insuranceYears: 25 });
    expect(first?.payouts[0]).toMatchObject({
      case: 'A',
      lines: [
        { code: 'lump', times: 45, rate: 0.5 },
        { code: 'years-early', times: 4, rate: 5 },
        { code: 'insurance-first', times: 1, rate: 4 },
        { code: 'insurance-more', times: 10, rate: 0.5 },
      ],
    });
    const early = totals.find(({ scheme }) => scheme === '178-early');
    const sum = items.reduce((all, { payouts: own }) => all + (own[0]?.amount ?? 0), 0);
    expect(early).toMatchObject({ people: items.length, amount: sum });
  });

  it('of people without a seat only, where asked, part by part', async () => {
    const surplus = await payouts.list(SMALL_ACTOR, { ...asked, who: 'surplus' }, PAGE);
    const all = await payouts.list(SMALL_ACTOR, asked, PAGE);
    expect(surplus.total).toBe(all.items.filter((person) => person.surplus).length);
    const page = await payouts.list(SMALL_ACTOR, asked, { offset: 1, limit: 1 });
    expect(page.items[0]?.staffId).toBe(all.items[1]?.staffId);
  });

  it('list who is behind each total, and who has no pay in the file', async () => {
    const { totals, total, withoutPay } = await payouts.list(SMALL_ACTOR, asked, PAGE);
    for (const { scheme, people } of totals) {
      const list = await payouts.list(SMALL_ACTOR, asked, PAGE, scheme);
      expect([list.total, list.items.length]).toEqual([people, people]);
      expect(list.totals).toEqual(totals);
      const claims = list.items.flatMap(({ payouts: own }) =>
        own.filter((each) => each.scheme === scheme && each.refused === null),
      );
      expect(claims).toHaveLength(people);
    }
    expect(totals.some(({ people }) => people < total)).toBe(true);
    expect(totals.some(({ people }) => people > 0)).toBe(true);
    const without = await payouts.list(SMALL_ACTOR, asked, PAGE, 'without-pay');
    expect(without.total).toBe(withoutPay);
  });

  it('go out in the official form of 25 columns under a header of three rows', async () => {
    const { bytes } = await app
      .get(PayoutReportService)
      .file(SMALL_ACTOR, asked, { purpose: 'Lập dự toán kinh phí' });
    const { sheets } = await readWorkbook(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['Phụ lục I.1', 'So sánh', 'Tổng hợp']);
    const numbers = sheets[0]?.rows.find(({ cells }) => cells[0]?.text === '(1)');
    expect(numbers?.cells.map(({ text }) => text)).toEqual(
      Array.from({ length: 25 }, (_none, at) => `(${at + 1})`),
    );
    const texts = sheets[0]?.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) ?? [];
    expect(texts).toEqual(
      expect.arrayContaining(['Mức 0,45', 'Kinh phí thực hiện (đồng)', 'Tổng cộng']),
    );
    expect(texts.join(' ')).toContain('CHỈ ĐỂ THAM KHẢO');
    expect((await trail(database)).at(-1)).toMatchObject({ action: 'report.exported' });
  });
});
