import { describe, expect, it } from '@jest/globals';
import { canonicalFacts } from '../../scenario/canonical-facts.js';
import type { PinFact, ScenarioFacts } from '../../scenario/facts.js';
import { levelList, place, solvePlacement } from '../place.js';
import { aPerson, facts, seats } from '../spec-world.js';
import { changeText } from './described.js';
import { less } from './place-costs.js';
import { pricedRun, type PricedRun } from './priced-run.js';
import { PLACES, randomWorld } from './random-world.js';
import { whatIf } from './what-if.js';
import { whyCell } from './why-cell.js';
import { whyNotThere, whyPerson } from './why-person.js';

const OPTIONS = { kind: 'best' as const };

function priced(world: ScenarioFacts): PricedRun {
  const { result } = solvePlacement(world, OPTIONS);
  const { proposals, potentials } = result;
  return pricedRun({ facts: world, options: OPTIONS, proposals, potentials });
}

/** The change of levels when a person is forced somewhere. */
function forced(world: ScenarioFacts, pin: PinFact): number[] {
  const others = world.pins.filter(
    ({ personKey, kind }) => personKey !== pin.personKey || kind === 'forbid',
  );
  const pins = [...others, pin];
  const [before, after] = [place(world, OPTIONS), place({ ...world, pins }, OPTIONS)];
  return less(levelList(after.levels), levelList(before.levels));
}

function seatPin(
  personKey: string,
  place: { unitCode: string | null; positionCode: string | null },
) {
  const { unitCode, positionCode } = place;
  const at = { unitCode: unitCode ?? '', positionCode: positionCode ?? '' };
  return { personKey, kind: 'seat' as const, ...at, reason: 'thử' };
}

const SEEDS = Array.from({ length: 10 }, (_, index) => 15_485_863 * (index + 1));

describe('why, and why not there', () => {
  it.each(SEEDS)(
    'whyPerson tells every place of world %i once: open with its true price, or closed',
    (seed) => {
      const world = canonicalFacts(randomWorld(seed));
      const run = priced(world);
      for (const { person } of run.world.candidates) {
        const why = whyPerson(run, { staffId: person.staffId, most: 100, commune: null });
        const closed = why.closed.flatMap(({ places }) => places);
        const here =
          why.place.outcome === 'seated' &&
          run.world.cells.byKey.has(`${why.place.unitCode ?? ''}|${why.place.positionCode ?? ''}`)
            ? 1
            : 0;
        const openSeats = why.alternatives.filter(({ place: { outcome } }) => outcome === 'seated');
        expect(openSeats.length + closed.length + here).toBe(run.world.cells.all.length);
        for (const { place: at, change } of openSeats) {
          expect(change).toEqual(forced(world, seatPin(person.key, at)));
          const there = { unitCode: at.unitCode ?? '', positionCode: at.positionCode ?? '' };
          expect(whyNotThere(run, person.staffId, there).answer?.change).toEqual(change);
        }
        for (const at of closed) {
          const there = { unitCode: at.unitCode ?? '', positionCode: at.positionCode ?? '' };
          expect(whyNotThere(run, person.staffId, there).closed).not.toBeNull();
        }
      }
    },
  );

  it.each(SEEDS)('whyCell tells who could take each seat of world %i at the true price', (seed) => {
    const world = canonicalFacts(randomWorld(seed));
    const run = priced(world);
    for (const at of PLACES) {
      const why = whyCell(run, at.unitCode, at.positionCode, 100);
      for (const { staffId, change } of [...why.qualified, ...why.trainees]) {
        const key = run.world.candidates.find(({ person }) => person.staffId === staffId)?.person
          .key;
        expect(change).toEqual(forced(world, seatPin(key ?? '', at)));
      }
      const few = whyCell(run, at.unitCode, at.positionCode, 2);
      expect(few.qualified).toEqual(why.qualified.slice(0, 2));
      expect(few.trainees).toEqual(why.trainees.slice(0, 2));
      expect([few.qualifiedCount, few.traineeCount]).toEqual([
        why.qualified.length,
        why.trainees.length,
      ]);
    }
  });

  it.each(SEEDS)(
    'whatIf of a forbidden place of world %i is what the run with that pin gives',
    (seed) => {
      const world = canonicalFacts(randomWorld(seed));
      const run = priced(world);
      for (const { person } of run.world.candidates) {
        const { staffId, key: personKey } = person;
        if (whyPerson(run, { staffId, most: 0, commune: null }).pinned) continue;
        for (const at of [
          { unitCode: 'A', positionCode: null },
          { unitCode: null, positionCode: 'LAW' },
          { unitCode: 'M', positionCode: 'ANY' },
        ]) {
          const { change } = whatIf(run, { kind: 'forbid', staffId, ...at });
          const pin = { personKey, kind: 'forbid' as const, ...at, reason: 'thử' };
          const after = place({ ...world, pins: [...world.pins, pin] }, OPTIONS);
          const before = place(world, OPTIONS);
          expect(change).toEqual(less(levelList(after.levels), levelList(before.levels)));
        }
      }
    },
  );
});

const LAWYER = aPerson({ key: 'p1', staffId: 1, fullName: 'Lò Văn Một', majorGroup: 'law' });
const ENGINEER = aPerson({ key: 'p2', staffId: 2, fullName: 'Lò Văn Hai', majorGroup: 'it' });

describe('reasons in words', () => {
  it('whyCell says that nobody qualified exists in the province', () => {
    const run = priced(facts({ people: [LAWYER], seats: [seats('A', 'IT', 1, 1)] }));
    expect(whyCell(run, 'A', 'IT', 5).verdict).toBe(
      'Toàn tỉnh không có ai đủ tiêu chuẩn. Không có ai đạt sau đào tạo.',
    );
  });

  it('whyCell counts those who would suit after training', () => {
    const college = { ...ENGINEER, degree: 'college' as const };
    const run = priced(
      facts({ people: [college], seats: [seats('M', 'IT', 1, 1), seats('A', 'IT', 1)] }),
    );
    const why = whyCell(run, 'M', 'IT', 5);
    expect([why.qualifiedCount, why.traineeCount]).toEqual([0, 1]);
    expect(why.trainees[0]?.fit).toBe('after-training');
  });

  it('whyPerson names the law that forbids a transfer', () => {
    const barred = {
      ...LAWYER,
      conditions: [
        {
          case: 'discipline' as const,
          startsOn: '2025-01-01',
          endsOn: null,
          liftedByRequest: false,
        },
      ],
    };
    const run = priced(facts({ people: [barred], seats: [seats('M', 'LAW', 1)] }));
    const [closed] = whyPerson(run, { staffId: 1, most: 5, commune: null }).closed;
    expect(closed?.code).toBe('no-go');
    expect(closed?.reason).toMatch(/Điều 25/u);
  });

  it('whatIf tells the chain: the pinned person takes the seat, the other one waits', () => {
    const world = facts({
      people: [
        LAWYER,
        { ...LAWYER, key: 'p3', staffId: 3, fullName: 'Lò Văn Ba', majorGroup: 'administration' },
      ],
      seats: [seats('A', 'LAW', 1)],
    });
    const answer = whatIf(priced(world), {
      kind: 'pin',
      staffId: 3,
      unitCode: 'A',
      positionCode: 'LAW',
    });
    expect(answer.change).toEqual([0, 0, 1, 0, 0, 0]);
    expect(answer.summary).toBe('Điểm chưa phù hợp chuyên môn tăng 1.');
    expect(answer.moves.map(({ sentence }) => sentence)).toEqual([
      'Lò Văn Ba: chưa có chỗ, Xã N → Vị trí LAW, Xã N.',
      'Lò Văn Một: Vị trí LAW, Xã N → chưa có chỗ, Xã N.',
    ]);
  });

  it('whatIf names what stands against the pin, with the article', () => {
    const barred = {
      ...LAWYER,
      conditions: [
        {
          case: 'discipline' as const,
          startsOn: '2025-01-01',
          endsOn: null,
          liftedByRequest: false,
        },
      ],
    };
    const run = priced(facts({ people: [barred], seats: [seats('M', 'LAW', 1)] }));
    const { breaches } = whatIf(run, {
      kind: 'pin',
      staffId: 1,
      unitCode: 'M',
      positionCode: 'LAW',
    });
    expect(breaches.map(({ code }) => code)).toEqual(['placement.pin-no-go']);
  });

  it('whatIf of seats where there were none draws the cell and fills it', () => {
    const run = priced(facts({ people: [LAWYER], seats: [] }));
    const answer = whatIf(run, {
      kind: 'seats',
      unitCode: 'A',
      positionCode: 'LAW',
      seats: 1,
      required: 0,
    });
    expect(answer.change.slice(0, 3)).toEqual([0, -1, 0]);
    expect(answer.moves).toHaveLength(1);
  });

  it('whatIf of another wish: a pinned person keeps the place, one who may leave goes', () => {
    const pin = seatPin('p1', { unitCode: 'A', positionCode: 'LAW' });
    const world = facts({ people: [LAWYER], seats: [seats('A', 'LAW', 1)], pins: [pin] });
    const wish = { kind: 'leave' as const, communeCodes: [] };
    const kept = whatIf(priced(world), { kind: 'wish', staffId: 1, wish });
    expect([kept.change[3], kept.moves.length]).toEqual([3, 0]);
    const free = whatIf(priced({ ...world, pins: [] }), { kind: 'wish', staffId: 1, wish });
    expect(free.moves.map(({ to }) => to.outcome)).toEqual(['leaving']);
    const forbid = { kind: 'forbid', staffId: 1, unitCode: 'A', positionCode: null } as const;
    expect(() => whatIf(priced(world), forbid)).toThrow(/bỏ chỉ định/u);
  });

  it('whatIf refuses what cannot be: unknown people and places, fewer seats than none, forbidding nothing', () => {
    const run = priced(facts({ people: [LAWYER], seats: [seats('A', 'LAW', 1)] }));
    expect(() => whatIf(run, { kind: 'leave', staffId: 9 })).toThrow(/không có trong lần chạy/u);
    expect(() =>
      whatIf(run, { kind: 'pin', staffId: 1, unitCode: 'Z', positionCode: 'LAW' }),
    ).toThrow(/Không có đơn vị/u);
    expect(() =>
      whatIf(run, { kind: 'seats', unitCode: 'A', positionCode: 'LAW', seats: -2, required: 0 }),
    ).toThrow(/chỉ tiêu/u);
    expect(() =>
      whatIf(run, { kind: 'forbid', staffId: 1, unitCode: null, positionCode: null }),
    ).toThrow(/Hãy chọn/u);
  });

  it('changeText tells what changes and nothing else', () => {
    expect(changeText([0, 0, 0, 0, 0, 0])).toBe('Không thay đổi mục tiêu nào.');
    expect(changeText([-4, 1, 0, 0, 123, 0])).toBe(
      'Trọng số vị trí bắt buộc còn thiếu người đủ tiêu chuẩn giảm 4; số người chưa có chỗ tăng 1; tổng quãng đường tăng 12,3 km.',
    );
  });

  it('pricedRun computes potentials anew where the stored ones prove nothing, and refuses a placement that is not the best', () => {
    const world = facts({
      people: [LAWYER, ENGINEER],
      seats: [seats('A', 'LAW', 1), seats('A', 'IT', 1)],
    });
    const { proposals } = place(world, OPTIONS);
    const stored = { facts: world, options: OPTIONS, proposals, potentials: [] };
    expect(
      whyPerson(pricedRun(stored), { staffId: 1, most: 5, commune: null }).open,
    ).toBeGreaterThan(0);
    const worse = proposals.map((each) =>
      each.personKey === 'p1' ? { ...each, outcome: 'surplus' as const } : each,
    );
    expect(() => pricedRun({ ...stored, proposals: worse })).toThrow(/chạy lại/iu);
  });
});
