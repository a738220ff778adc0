import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readDocument } from '../../src/letter/document/read-document.js';
import { LetterCheckService } from '../../src/letter/letter-check.service.js';
import { LetterIssueService } from '../../src/letter/letter-issue.service.js';
import { LetterService } from '../../src/letter/letter.service.js';
import { MovementService } from '../../src/movement/movement.service.js';
import type { WantedMovement } from '../../src/movement/movement.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { aMove, MAI, movementWorld, WORLD, type MovementWorld } from '../support/movement-world.js';

const ISSUER = {
  ...{ superior: '', body: 'SỞ NỘI VỤ', place: 'Thử Nghiệm', authority: 'GIÁM ĐỐC' },
  ...{ signerTitle: 'GIÁM ĐỐC', signerName: '' },
};

let database: FreshDatabase;
let world: MovementWorld;
let moves: MovementService;
let mai: number;
let blockId: number;

beforeAll(async () => {
  database = await freshDatabase();
  world = await movementWorld(database);
  moves = world.app.get(MovementService);
  mai = await world.idOf(MAI);
  blockId = await world.app.get(LetterService).openBlock(WORLD, {
    ...{ year: 2026, symbol: 'QĐ-SNV', first: 1, last: 50, issuer: ISSUER },
  });
}, 120_000);

afterAll(async () => {
  await world?.app.close();
  await database?.close();
});

async function decided(wanted: WantedMovement, number = '115/QĐ-SNV'): Promise<number> {
  const { id } = await moves.add(WORLD, wanted);
  await moves.hear(WORLD, { id, heardOn: '2026-01-10', opinion: 'Đồng ý' });
  await moves.decide(WORLD, { id, number, decidedOn: '2026-01-20' });
  return id;
}

const issue = (movementId: number) =>
  world.app.get(LetterIssueService).ofMovement(WORLD, { movementId, blockId });

async function paper(movementId: number): Promise<string> {
  const filter = { scenarioId: null, movementId, all: false, search: '' };
  const service = world.app.get(LetterService);
  const { items } = await service.list(WORLD, { ...filter, offset: 0, limit: 10 });
  const { bytes } = await service.file(WORLD, items[0]!.id, 'Gửi cho người được biệt phái');
  return (await readDocument(bytes)).paragraphs.join('\n');
}

describe('the letter of a movement', () => {
  it('bears the number and day of its own decision, and takes none of the block', async () => {
    const id = await decided(aMove(mai, { kind: 'secondment', endsOn: '2026-08-01' }));
    expect(await issue(id)).toEqual({ issued: 1, unchanged: 0, left: 0 });
    expect(await issue(id)).toEqual({ issued: 0, unchanged: 1, left: 0 });
    const said = await paper(id);
    expect(said).toContain('Số: 115/QĐ-SNV');
    expect(said).toContain('ngày 20 tháng 01 năm 2026');
    expect(said).toContain('Về việc biệt phái');
    expect(said).toContain('từ ngày 01/02/2026 đến hết ngày 31/07/2026');
    expect(said).toContain('Điều 26 Nghị định số 170/2025/NĐ-CP');
    const scope = { scenarioId: null, movementId: id };
    expect(await world.app.get(LetterCheckService).check(WORLD, scope)).toEqual({
      ...{ letters: 1, faults: [] },
    });
    expect((await world.app.get(LetterService).numberBlocks(WORLD))[0]?.next).toBe(1);
    await moves.takeBack(WORLD, id);
    expect((await world.app.get(LetterCheckService).check(WORLD, scope)).faults).toEqual([
      expect.objectContaining({ code: 'source-gone' }),
    ]);
  });

  it('is refused before the decision, after taking back, and for a number that a block gives', async () => {
    const { id } = await moves.add(WORLD, aMove(mai));
    await expect(issue(id)).rejects.toMatchObject({ code: 'letter.movement-not-decided' });
    await moves.decide(WORLD, { id, number: '07/QĐ-SNV', decidedOn: '2026-01-20' });
    await expect(issue(id)).rejects.toMatchObject({ code: 'letter.number-in-block' });
    await moves.takeBack(WORLD, id);
    await expect(issue(id)).rejects.toMatchObject({ code: 'letter.movement-not-decided' });
    await expect(issue(999_999)).rejects.toMatchObject({ code: 'movement.unknown' });
  });

  it('is not made for a kind without a paper', async () => {
    const of = await decided(aMove(mai, { kind: 'secondment', endsOn: '2026-08-01' }), '116/QĐ');
    const { id } = await moves.add(
      WORLD,
      aMove(mai, {
        ...{ kind: 'secondment-end', startsOn: '2026-05-01', ofMovement: of },
        ...{ unitCode: null, positionCode: null },
      }),
    );
    await moves.decide(WORLD, { id, number: '117/QĐ', decidedOn: '2026-04-20' });
    await expect(issue(id)).rejects.toMatchObject({ code: 'letter.no-paper-for-kind' });
  });
});
