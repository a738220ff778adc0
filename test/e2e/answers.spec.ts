import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { smallProgram, type SmallProgram } from './access/small-program.js';
import type { Client, Problem } from './client.js';
import { placed } from './run-placement.js';
import type { Proposal, Scenario } from './shapes.js';

interface Change {
  readonly change: Readonly<Record<string, number>>;
  readonly summary: string;
  readonly moves: readonly { readonly fullName: string; readonly sentence: string }[];
}

interface Place {
  readonly outcome: string;
  readonly unitCode: string | null;
  readonly positionCode: string | null;
}

interface Why {
  readonly place: Place;
  readonly reason: string;
  readonly alternatives: readonly (Change & {
    readonly place: Place;
  })[];
  readonly closed: readonly { readonly code: string; readonly reason: string }[];
}

let small: SmallProgram;
let officer: Client;
let run: string;
let people: readonly Proposal[];

beforeAll(async () => {
  small = await smallProgram();
  officer = small.as.canbo;
  run = `/api/runs/${small.draft.runs[0]!.id}`;
  people = await officer.all<Proposal>(`${run}/proposals?`, 5000);
}, 180_000);

afterAll(() => small?.stop());

const whatIf = (body: object) => officer.ask<Change & Problem>('POST', `${run}/what-if`, body);

describe('questions about a stored run', () => {
  it('say of everybody why they are there, and what closes other places', async () => {
    for (const { staffId, unitCode, reason } of people) {
      const why = await officer.get<Why>(`${run}/people/${staffId}/why`);
      expect([why.place.unitCode, why.reason]).toEqual([unitCode, reason]);
      expect(why.closed.every((each) => each.reason !== '')).toBe(true);
    }
  });

  it('price a pin as the list of alternatives does, in why-not and in what-if', async () => {
    let asked = 0;
    for (const { staffId } of people) {
      const { alternatives } = await officer.get<Why>(`${run}/people/${staffId}/why`);
      for (const { place, change } of alternatives) {
        const { outcome, unitCode, positionCode } = place;
        if (outcome !== 'seated') continue;
        const query = `unit=${unitCode}&position=${positionCode}`;
        const not = await officer.ask<{ answer: Change | null }>(
          'GET',
          `${run}/people/${staffId}/why-not?${query}`,
        );
        const pinned = await whatIf({ kind: 'pin', staffId, unitCode, positionCode });
        expect([not.body.answer?.change, pinned.body.change]).toEqual([change, change]);
        asked++;
      }
    }
    expect(asked).toBeGreaterThan(2);
  });

  it('tell of places in one commune only, where it is asked', async () => {
    const { staffId, communeCode } = people.find((each) => each.communeCode !== null)!;
    const all = await officer.get<Why>(`${run}/people/${staffId}/why?most=200`);
    const some = await officer.get<Why>(
      `${run}/people/${staffId}/why?most=200&commune=${communeCode}`,
    );
    const isHere = ({ place }: { readonly place: Place }) =>
      place.unitCode?.startsWith(communeCode!) === true && place.outcome === 'seated';
    expect(some.alternatives.every(isHere)).toBe(true);
    expect(some.alternatives).toEqual(all.alternatives.filter(isHere));
    expect(some.reason).toBe(all.reason);
  });

  it('tell of a seat who could take it', async () => {
    const seat = people.find(({ outcome }) => outcome === 'seated')!;
    const why = await officer.get<{ seated: number; verdict: string }>(
      `${run}/seats/why?unit=${seat.unitCode}&position=${seat.positionCode}`,
    );
    expect(why.seated).toBeGreaterThan(0);
    expect(why.verdict).not.toBe('');
  });

  it('refuse what is incomplete, and people who are not in the run', async () => {
    const incomplete = await whatIf({ kind: 'pin', staffId: people[0]!.staffId });
    expect([incomplete.status, incomplete.body.code]).toEqual([400, 'placement.change-incomplete']);
    const nobody = await whatIf({ kind: 'leave', staffId: 7_654_321 });
    expect([nobody.status, nobody.body.code]).toEqual([404, 'placement.person-not-in-run']);
    expect((await whatIf({ kind: 'else' })).status).toBe(400);
  });
});

interface Pins {
  readonly version: number;
  readonly pins: readonly {
    readonly id: number;
    readonly staffId: number;
    readonly kind: string;
  }[];
  readonly breaches?: readonly { readonly code: string }[];
}

describe('pins by hand', () => {
  const at = () => `/api/scenarios/${small.draft.id}`;
  const scenario = () => officer.get<Scenario>(at());
  const pinned = (body: object) => officer.ask<Pins & Problem>('POST', `${at()}/pins`, body);
  const latest = async () => (await scenario()).runs.at(-1)!;

  it('change the next run exactly as what-if said; further prices are of the plan with the pin', async () => {
    const { version } = await scenario();
    const before = await latest();
    const { staffId } = people.find(({ outcome }) => outcome === 'seated')!;
    const said = await whatIf({ kind: 'leave', staffId });
    const set = await pinned({ version, staffId, kind: 'leave', reason: 'Có đơn đã duyệt' });
    expect([set.status, set.body.version]).toEqual([200, version + 1]);
    const next = people.find((each) => each.outcome === 'seated' && each.staffId !== staffId)!;
    const further = await whatIf({ kind: 'leave', staffId: next.staffId });
    const after = await placed(officer, small.draft.id, 'best');
    for (const [level, by] of Object.entries(said.body.change))
      expect((after.levels[level] ?? 0) - (before.levels[level] ?? 0)).toBeCloseTo(by, 6);
    const onNewRun = await officer.ask<Change>('POST', `/api/runs/${after.id}/what-if`, {
      kind: 'leave',
      staffId: next.staffId,
    });
    expect(further.body).toEqual(onNewRun.body);
  });

  it('beat the pulse of the scenario: who did what, and nothing where it was seen', async () => {
    const { version } = await scenario();
    const first = await officer.ask<object>('GET', `${at()}/pulse`);
    expect(first.body).toMatchObject({ version, changedWhat: 'đặt một chỉ định' });
    const seen = first.headers.get('etag')!;
    const headers = { 'If-None-Match': seen };
    expect((await officer.fetched(`${at()}/pulse`, { headers })).status).toBe(304);
  });

  it('are refused to whoever has not seen the last change, and where nothing stands', async () => {
    const { version } = await scenario();
    const { staffId } = people[0]!;
    const leaving = { staffId, kind: 'leave', reason: 'Thử' };
    const old = await pinned({ ...leaving, version: version - 1 });
    expect([old.status, old.body.code]).toEqual([409, 'scenario.changed-meanwhile']);
    const place = { kind: 'seat', unitCode: '99999', positionCode: 'KHONG' };
    const nowhere = await pinned({ ...leaving, ...place, version });
    expect([nowhere.status, nowhere.body.code]).toEqual([422, 'placement.pin-breaks-rules']);
    const half = await pinned({ ...leaving, kind: 'seat', version });
    expect([half.status, half.body.code]).toEqual([400, 'placement.pin-incomplete']);
    expect((await scenario()).version).toBe(version);
  });

  it('are replaced by the next one of the person, stand beside what is forbidden, and come off', async () => {
    const unit = people.find(({ unitCode }) => unitCode !== null)!.unitCode;
    const { staffId } = people[0]!;
    let { version } = await scenario();
    for (const kind of ['leave', 'leave', 'forbid', 'forbid']) {
      const body = {
        version,
        staffId,
        kind,
        reason: 'Thử',
        ...(kind === 'forbid' && { unitCode: unit }),
      };
      const answer = await pinned(body);
      expect(answer.status).toBe(200);
      version = answer.body.version;
    }
    const { pins } = await officer.get<Pins>(`${at()}/pins`);
    const own = pins.filter((pin) => pin.staffId === staffId);
    expect(own.map(({ kind }) => kind).sort()).toEqual(['forbid', 'leave']);
    for (const { id } of own) {
      const off = await officer.ask<Pins>('DELETE', `${at()}/pins/${id}?version=${version}`);
      expect(off.status).toBe(200);
      version = off.body.version;
    }
    const left = await officer.get<Pins>(`${at()}/pins`);
    expect(left.pins.filter((pin) => pin.staffId === staffId)).toEqual([]);
    const gone = await officer.ask('DELETE', `${at()}/pins/${own[0]!.id}?version=${version}`);
    expect(gone.status).toBe(404);
  });
});
