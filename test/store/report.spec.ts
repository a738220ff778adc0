import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditKey } from '../../src/access/audit-key.js';
import { Trail } from '../../src/access/trail.js';
import { GapService } from '../../src/gap/gap.service.js';
import { ReferenceStore } from '../../src/law/reference.store.js';
import { AnswersService } from '../../src/placement/answers/answers.service.js';
import { AskedRunView } from '../../src/placement/answers/asked-run.view.js';
import { PriceThread } from '../../src/placement/answers/price-thread.js';
import { place } from '../../src/placement/place.js';
import { RunStore } from '../../src/placement/run.store.js';
import { aPerson, facts, seats } from '../../src/placement/spec-world.js';
import { PriceReader } from '../../src/report/price-reader.js';
import { ReportSettings } from '../../src/report/report-settings.js';
import { type Export, ReportService } from '../../src/report/report.service.js';
import type { PersonFact, ScenarioFacts } from '../../src/scenario/facts.js';
import { FactStore } from '../../src/scenario/fact.store.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import { ScenarioStore } from '../../src/scenario/scenario.store.js';
import type { Row, Sheet } from '../../src/sheet/workbook.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { Factories } from '../support/factories.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { FixedClock } from '../support/fixed-clock.js';
import { TEST_ACTOR } from '../support/test-actor.js';

let database: FreshDatabase;
let reports: ReportService;
let runId: number;

const clock = new FixedClock(new Date('2026-01-05T07:05:00Z'));
const PURPOSE = 'Trình Ban Thường vụ';

const FORMULA = '=HYPERLINK("http://x";"Nguyễn")';

beforeAll(async () => {
  database = await freshDatabase();
  const { transactions } = database;
  const trail = new Trail(AuditKey.ephemeral());
  const scenarios = new ScenarioService(transactions, new ScenarioStore(), new FactStore(), trail);
  const answers = new AnswersService(
    transactions,
    scenarios,
    new AskedRunView(),
    new PriceThread(),
    new ReferenceStore(),
  );
  const prices = new PriceReader(transactions, answers);
  const settings = new ReportSettings(true, clock);
  reports = new ReportService(transactions, scenarios, trail, settings, prices);
  const world = facts({ ...WORLD, people: await stored(PEOPLE) });
  const result = place(world, { kind: 'best' });
  runId = await transactions.run(TEST_ACTOR, async (manager) => {
    const scenario = await scenarios.freeze(manager, TEST_ACTOR, {
      name: '=Thử',
      description: '',
      facts: world,
    });
    return new RunStore().insert(manager, TEST_ACTOR, {
      ...result,
      scenarioId: scenario.id,
      inputHash: '0123456789abcdef0123',
      engineVersion: result.version,
      status: 'optimal',
      bound: result.levels,
      gap: 0,
      gapPeople: 0,
      pins: world.pins,
      pinsMark: null,
      options: {},
      seconds: 1,
    });
  });
}, 60_000);

afterAll(() => database.close());

const WORLD: Partial<ScenarioFacts> = {
  seats: [seats('A', 'LAW', 2, 1), seats('M', 'LAW', 1), seats('M', 'IT', 3, 1)],
  norms: [
    { unitCode: 'A', block: 'government', headcount: 3 },
    { unitCode: 'M', block: 'government', headcount: 4 },
  ],
  pins: [{ personKey: '011000000009', kind: 'leave', reason: 'Quyết định 12' }],
};

/** Six people for three seats of a lawyer, one of them only near the field and nursing; nobody for IT; one who leaves. */
const PEOPLE: readonly PersonFact[] = [1, 2, 3, 4, 5, 6, 9].map((number) =>
  aPerson({
    key: `01100000000${number}`,
    fullName: number === 4 ? FORMULA : `Lò Văn ${number}`,
    bornOn: number === 2 ? '1980' : '1985-05-20',
    unitCode: number > 4 ? 'B' : 'A',
    majorGroup: number === 3 ? 'administration' : 'law',
    conditions:
      number === 3
        ? [{ case: 'maternity', startsOn: '2025-01-01', endsOn: null, liftedByRequest: false }]
        : [],
  }),
);

async function stored(people: readonly PersonFact[]): Promise<PersonFact[]> {
  const factories = new Factories(database.transactions);
  const kept: PersonFact[] = [];
  for (const person of people) {
    const { id } = await factories.aStaffMember({
      key: person.key,
      personalNumber: person.key,
      fullName: person.fullName,
    });
    kept.push({ ...person, staffId: id });
  }
  return kept;
}

/** What a test takes out, unless it says otherwise. */
function all(given: Partial<Export> = {}): Export {
  return { runId, purpose: PURPOSE, columns: null, ...given };
}

async function sheetsOf(kind: 'plan' | 'gap' | 'surplus'): Promise<readonly Sheet[]> {
  const { bytes } = await reports.file(TEST_ACTOR, kind, all());
  return (await readWorkbook(bytes)).sheets;
}

/** The rows that begin with a running number. */
function numbered(sheet: Sheet | undefined): Row[] {
  return (sheet?.rows ?? []).filter(
    ({ cells: [first] }) => first?.column === 1 && first.kind === 'number',
  );
}

function textsOf(row: Row | undefined): string[] {
  return (row?.cells ?? []).map((cell) => cell.text);
}

function valueAt(row: Row | undefined, column: number): unknown {
  return row?.cells.find((cell) => cell.column === column)?.value;
}

function count(where: string): Promise<number> {
  return database.transactions.run(TEST_ACTOR, async (manager) => {
    const sql = `SELECT count(*) AS number FROM proposals WHERE run_id = $1 AND ${where}`;
    const [row] = await manager.query<{ number: number }[]>(sql, [runId]);
    return row?.number ?? -1;
  });
}

describe('the plan', () => {
  it('has one line for each proposal, numbered without a gap', async () => {
    const [plan] = await sheetsOf('plan');
    const lines = numbered(plan);
    expect(lines.length).toBe(await count('true'));
    expect(lines.map((line) => valueAt(line, 1))).toEqual(lines.map((_line, index) => index + 1));
  });

  it('says where a person was and will be, how, how far and why', async () => {
    const [plan] = await sheetsOf('plan');
    const line = numbered(plan).find((each) => textsOf(each).includes('Lò Văn 1'));
    expect(textsOf(line).slice(1)).toEqual([
      'Lò Văn 1',
      '011000000001',
      '1985',
      'Xã A',
      'Huyện D',
      'Vị trí OLD',
      'Xã N',
      'Vị trí LAW',
      'Theo đơn vị kế thừa',
      '0',
      'Đúng chuyên môn',
      valueAt(line, 15),
    ]);
  });

  it('gives the reason of the proposal', async () => {
    const [plan] = await sheetsOf('plan');
    for (const line of numbered(plan)) expect(valueAt(line, 15)).toMatch(/\.$/);
    expect(valueAt(numbered(plan)[0], 15)).toContain('Vị trí LAW, Xã N');
  });

  it('keeps numbers as numbers, personal numbers as text, and never writes a formula', async () => {
    const sheets = [...(await sheetsOf('plan')), ...(await sheetsOf('surplus'))];
    const cells = sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.cells));
    expect(cells.filter((cell) => cell.text === FORMULA).map((cell) => cell.kind)).toContain(
      'text',
    );
    expect(cells.some((cell) => cell.formula)).toBe(false);
    const numbers = cells.filter((cell) => /^0110000000\d\d$/.test(cell.text));
    expect(new Set(numbers.map((cell) => cell.kind))).toEqual(new Set(['text']));
    const [line] = numbered(sheets[0]);
    expect(valueAt(line, 4)).toBe(1985);
  });

  it('ends with those who leave, without a distance', async () => {
    const [plan] = await sheetsOf('plan');
    const last = numbered(plan).at(-1);
    expect(textsOf(last)).toContain('Nghỉ hưu, thôi việc');
    expect(valueAt(last, 12)).toBeUndefined();
    const sections = (plan?.rows ?? []).map((row) => textsOf(row)[0]);
    expect(sections).toContain('Nghỉ hưu, thôi việc (1 người)');
  });

  it('names its assumptions, the run and its proof above the table', async () => {
    const [plan] = await sheetsOf('plan');
    const top = (plan?.rows ?? [])
      .slice(0, 12)
      .map((row) => textsOf(row).join(' '))
      .join('\n');
    expect(top).toContain('ỦY BAN NHÂN DÂN TỈNH 11');
    expect(top).toContain('Độc lập – Tự do – Hạnh phúc');
    expect(top).toContain('Áp dụng quy định tại ngày 01/01/2026 (giả định)');
    expect(top).toContain('đã chứng minh tối ưu. Mã dữ liệu đầu vào: 0123456789ab.');
    expect(top).toContain('mọi người trong bảng đều do máy tạo ra, không có thật');
    expect(top).toContain('3.567; 2.952; 1.633; 98; 240');
  });

  it('gives the same bytes twice', async () => {
    const first = await reports.file(TEST_ACTOR, 'plan', all());
    const second = await reports.file(TEST_ACTOR, 'plan', all());
    expect(first.bytes.equals(second.bytes)).toBe(true);
    expect(first.fileName).toBe(`phuong-an-bo-tri-${runId}.xlsx`);
  });
});

describe('the gap', () => {
  it('says in each sheet what the service says', async () => {
    const gap = new GapService(database.transactions);
    const cells = await gap.cells(TEST_ACTOR, { run: runId });
    const summary = await gap.summary(TEST_ACTOR, { run: runId }, 'government');
    const [byCell, byCommune, byField, byBlock, shortages] = await sheetsOf('gap');
    const filled = cells.filter((cell) => cell.seats + cell.people + cell.cover > 0);
    const lines = numbered(byCell);
    expect(lines.map((line) => [5, 9, 14].map((column) => valueAt(line, column)))).toEqual(
      filled.map((cell) => [cell.seats, cell.surplus, cell.shortage]),
    );
    expect(numbered(shortages).map((line) => line.cells.at(-1)?.value)).toEqual(
      summary.communes.map((each) => each.shortage),
    );
    expect(
      numbered(byCommune).map((line) => [3, 4, 5].map((column) => valueAt(line, column))),
    ).toEqual(summary.communes.map((each) => [each.headcount, each.norm, each.overNorm]));
    expect(numbered(byField).map((line) => valueAt(line, 13))).toEqual(
      summary.fields.map((each) => each.shortage),
    );
    expect(
      numbered(byBlock).map((line) => [2, 5, 15].map((column) => valueAt(line, column))),
    ).toEqual(summary.blocks.map((each) => ['Khối chính quyền', each.overNorm, each.shortage]));
    expect(summary.total).toMatchObject({ seats: 6, surplus: 3, shortage: 3 });
  });
});

describe('the surplus list', () => {
  it('names everybody without a seat, why, and what is admissible', async () => {
    const [list] = await sheetsOf('surplus');
    const lines = numbered(list);
    expect(lines.length).toBe(await count(`outcome = 'surplus'`));
    expect(lines.length).toBe(3);
    for (const line of lines) {
      expect(valueAt(line, 8)).toContain('Dôi dư tại Xã');
      expect(valueAt(line, 9)).toMatch(/^Đủ tiêu chuẩn: .*Vị trí LAW \(0\)/);
    }
  });

  it('says who may not be transferred', async () => {
    const [list] = await sheetsOf('surplus');
    const nursing = numbered(list).find((line) => textsOf(line).includes('Lò Văn 3'));
    expect(valueAt(nursing, 9)).toContain('Chưa được điều động: Đang mang thai');
    const others = numbered(list).filter((line) => line !== nursing);
    for (const line of others) expect(valueAt(line, 9)).toContain('Được điều động.');
  });
});

describe('ReportService', () => {
  it('records each workbook in the trail, with counts but no names', async () => {
    const read = (): Promise<{ actor: string; details: object }[]> =>
      database.transactions.run(TEST_ACTOR, (manager) =>
        manager.query(
          `SELECT actor, details FROM audit_entries WHERE action = 'report.exported' AND subject = $1 ORDER BY id`,
          [`run/${runId}`],
        ),
      );
    const before = (await read()).length;
    const files = await reports.files(TEST_ACTOR, all());
    expect(files.map((file) => file.bytes.length > 5000)).toEqual([true, true, true]);
    const told = (await read()).slice(before);
    expect(told).toMatchObject([
      { actor: TEST_ACTOR.id, details: { report: 'plan', people: 7, rows: 7 } },
      { actor: TEST_ACTOR.id, details: { report: 'gap', people: 0 } },
      { actor: TEST_ACTOR.id, details: { report: 'surplus', people: 3, rows: 3 } },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/Lò Văn|0110000000/);
  });

  it('does not know a run of another province', async () => {
    const stranger = { ...TEST_ACTOR, provinceCode: '12' };
    await expect(reports.file(stranger, 'plan', all())).rejects.toMatchObject({
      code: 'report.unknown-run',
    });
  });
});
