import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { smallProgram, type SmallProgram } from './access/small-program.js';
import type { Client, Problem } from './client.js';
import type { Proposal } from './shapes.js';

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
