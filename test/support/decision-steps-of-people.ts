import type { PinWish } from '../../src/placement/pinning/pins.service.js';
import { by, DONE, one, only, versioned, type Step } from './decision-step.js';
import { SMALL_ACTOR } from './demo-sources-app.js';
import type { DecisionWorld } from './decision-world.js';

/** Who is on leave, in study or seconded on the day of the plan, as it was frozen. */
export async function absentIn(world: DecisionWorld): Promise<number[]> {
  const rows = await world.database.query<{ id: string }[]>(
    `SELECT DISTINCT f.fact->>'staffId' AS id FROM scenarios plan
     JOIN scenario_facts f ON f.scenario_id = plan.id AND f.kind = 'person'
     CROSS JOIN LATERAL jsonb_to_recordset(f.fact->'conditions') AS c("case" text, "startsOn" date, "endsOn" date)
     WHERE plan.id = $1 AND c."case" IN ('maternity', 'study-or-seconded') AND c."startsOn" <= plan.effective_on
       AND (c."endsOn" IS NULL OR c."endsOn" > plan.effective_on)`,
    [world.planId],
  );
  return rows.map(({ id }) => Number(id));
}

export const handOver: Step = {
  name: 'hand-over',
  outcomes: async (_model, world) => ((await absentIn(world)).length > 0 ? DONE : undefined),
  act: async (world, model) => {
    const staffIds = await absentIn(world);
    const given = { scenarioId: world.planId, staffIds, agreedOn: '2025-06-20', note: 'Giao lại' };
    await world.acts().handOver(by(0, world), given);
    return () => {
      model.handedOver = true;
    };
  },
};

export const hear = (person: number): Step => ({
  name: `hear ${person}`,
  outcomes: (model) => [model.run === null ? 'person.not-proposed' : null, 'person.not-in-plan'],
  act: async (world, model) => {
    const staffId = one(world, person);
    await world.acts().add(by(0, world), {
      ...{ scenarioId: world.planId, staffId, kind: 'heard', happenedOn: '2025-06-16' },
      ...{ code: 'agrees', note: 'Đồng ý' },
    });
    return () => void model.heard.add(staffId);
  },
});

export const pin = (person: number, wish: PinWish): Step => ({
  name: `pin ${person} ${wish.kind}`,
  outcomes: ({ state }) =>
    state === 'draft'
      ? [null, 'placement.pin-breaks-rules', 'placement.person-not-in-scenario']
      : only('placement.scenario-is-closed'),
  act: async (world, model) => {
    const staffId = one(world, person);
    await world.pins().set(by(0, world), { ...(await versioned(world)), staffId, pin: wish });
    return () => {
      model.pinsTouched = true;
    };
  },
});

export const unpin: Step = {
  name: 'unpin',
  outcomes: async ({ state }, world) => {
    const { pins } = await world.pins().list(SMALL_ACTOR, world.planId);
    if (pins.length === 0) return undefined;
    return state === 'draft' ? DONE : only('placement.scenario-is-closed');
  },
  act: async (world, model) => {
    const { pins } = await world.pins().list(SMALL_ACTOR, world.planId);
    await world.pins().remove(by(0, world), { ...(await versioned(world)), id: pins[0]!.id });
    return () => {
      model.pinsTouched = true;
    };
  },
};

export const PINS: readonly PinWish[] = [
  { kind: 'leave', reason: 'Đã đồng ý' },
  { kind: 'seat', unitCode: '90001.VP', positionCode: 'O1', reason: 'Xã cần' },
  { kind: 'seat', unitCode: '90002.VP', positionCode: 'O1', reason: 'Xã cần' },
];

type Kind = 'transfer' | 'secondment' | 'leaving';
const MOVEMENT_REFUSALS = [
  'movement.rule-broken',
  'movement.place-missing',
  'movement.unknown-place',
];

export const move = (person: number, kind: Kind, startsOn: string): Step => ({
  name: `${kind} of ${person} on ${startsOn}`,
  outcomes: () => [null, ...MOVEMENT_REFUSALS],
  act: async (world) => {
    const staffId = one(world, person);
    const place = kind === 'leaving' ? null : await elsewhere(world, staffId, startsOn);
    const wanted = {
      ...{ staffId, kind, startsOn, reason: 'task' as const, newAllowance: null, ofMovement: null },
      endsOn: kind === 'secondment' ? '2025-12-01' : null,
      unitCode: place?.unit ?? null,
      positionCode: place?.position ?? null,
    };
    const { id } = await world.moves().add(SMALL_ACTOR, wanted);
    if (kind === 'secondment')
      await world.moves().hear(SMALL_ACTOR, { id, heardOn: '2025-05-10', opinion: 'Đồng ý' });
    const decision = { id, number: `${id}/QĐ`, decidedOn: '2025-05-20' };
    await world
      .moves()
      .decide(SMALL_ACTOR, decision)
      .catch(async (refusal: unknown) => {
        await world.moves().withdraw(SMALL_ACTOR, id);
        throw refusal;
      });
    return () => void world.done.push({ what: 'move', id });
  },
});

/** A unit and position that others hold on the day and the person does not. */
async function elsewhere(world: DecisionWorld, staffId: number, day: string) {
  const [place] = await world.database.query<{ unit: string; position: string }[]>(
    `SELECT u.code AS unit, p.code AS position FROM postings h JOIN units u ON u.id = h.unit_id
     JOIN positions p ON p.id = h.position_id
     WHERE h.staff_id <> $1 AND h.starts_on <= $2 AND (h.ends_on IS NULL OR h.ends_on > $2)
       AND NOT EXISTS (SELECT FROM postings own WHERE own.staff_id = $1 AND own.unit_id = h.unit_id
         AND own.starts_on <= $2 AND (own.ends_on IS NULL OR own.ends_on > $2))
     ORDER BY u.code, p.code LIMIT 1`,
    [staffId, day],
  );
  return place ?? null;
}

/** A file is corrected, or says so already: a plan made before does not hold any more. */
export const correct = (person: number, degree: string): Step => ({
  name: `correction of ${person}`,
  outcomes: () => [null, 'event.nothing'],
  act: async (world) => {
    const { id } = await world.events().add(SMALL_ACTOR, {
      ...{ staffId: one(world, person), kind: 'degree', effectiveOn: '2025-07-01', endsOn: null },
      ...{ reason: 'Bằng mới', values: { degree }, liftedByRequest: false },
    });
    return () => void world.done.push({ what: 'event', id });
  },
});

export const undo = (what: 'move' | 'event'): Step => ({
  name: `undo-${what}`,
  outcomes: (_model, world) => {
    const last = world.done.findLast((each) => each.what === what);
    if (last === undefined) return undefined;
    return world.done.at(-1) === last ? DONE : [null, 'movement.stands-on', 'event.stands-on'];
  },
  act: async (world) => {
    const last = world.done.findLast((each) => each.what === what)!;
    await world.undo(last);
    return () => world.forget(last);
  },
});
