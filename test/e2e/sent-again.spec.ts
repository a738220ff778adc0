import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMALL_PEOPLE, smallRoster } from '../support/demo-sources-roster.js';
import { EVE, mustBe, smallProgram, type SmallProgram } from './access/small-program.js';
import type { Batch, Person } from './shapes.js';

interface Preview {
  readonly hash: string;
  readonly changed: number;
  readonly unchanged: number;
  readonly kept: readonly { readonly row: number; readonly message: string }[];
}
let small: SmallProgram;

beforeAll(async () => {
  small = await smallProgram();
}, 180_000);

afterAll(() => small?.stop());

describe('the same plain roster, sent again after a correction', () => {
  it('is previewed, promoted and counted without undoing the correction', async () => {
    const officer = small.as.canbo;
    const people = await officer.all<Person>(`/api/people?on=${EVE}`, 100);
    const { staffId: id } = people.find(({ fullName }) => fullName === 'Lò Văn Một')!;
    const event = { kind: 'correction', effectiveOn: EVE, reason: 'Bằng thạc sĩ số 15' };
    const degree = { ...event, degree: 'master' };
    mustBe(200, await officer.ask('POST', `/api/people/${id}/events`, degree));
    const file = `/api/people/${id}?on=${EVE}`;
    const corrected = await officer.get(file);
    expect(JSON.stringify(corrected)).toMatch(/thạc sĩ/);
    const roster = await smallRoster([SMALL_PEOPLE[0]!, { ...SMALL_PEOPLE[1]!, note: 'mới' }]);
    const batch = mustBe(201, await officer.upload<Batch>([roster], { asOf: EVE }));
    expect(batch).toMatchObject({ errors: 0, notes: 1 });
    const preview = await officer.get<Preview>(`/api/imports/${batch.id}/preview`);
    expect(preview).toMatchObject({ changed: 1, unchanged: 1, kept: [{ row: 2 }] });
    expect(preview.kept[0]?.message).toMatch(
      /^Giữ "Trình độ chuyên môn" như trong sổ: canbo đã sửa lúc \d\d:\d\d/,
    );
    const address = `/api/imports/${batch.id}/promotion`;
    const done = await officer.ask<Batch>('POST', address, { preview: preview.hash });
    expect(mustBe(201, done)).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await officer.get(file)).toEqual(corrected);
  });
});
