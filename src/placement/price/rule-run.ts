/**
 * A run by a rule, ready for questions. A rule optimises nothing, so nothing has a price; but the rule can be followed once
 * more on changed facts, and what differs then is exact.
 */
import type { ScenarioFacts } from '../../scenario/facts.js';
import { BadInput, NotFound } from '../../shared/errors.js';
import type { Candidate } from '../candidates.js';
import type { Cell } from '../cells.js';
import type { PlacementOptions } from '../options.js';
import { levelList, place, type PlacementResult, type Proposal } from '../place.js';
import { pinsOf, type Pins } from '../pins.js';
import { worldOf, type World } from '../world.js';
import { changedFacts } from './changed-facts.js';
import { changeText, named, placeText, type MoveView, type PlaceView } from './described.js';
import { less } from './place-costs.js';
import type { PricedProposal } from './priced-run.js';
import type { Change } from './question.js';
import type { WhatIfView } from './what-if.js';
import type { NotThere, WhyAsked, WhyPerson } from './why-person.js';
import { groupedPlaces, noSeats, obstacleOf, obstaclesOf } from './why-person.js';
import type { WhyCell } from './why-cell.js';
import { isQualified } from '../../rules/fit.rules.js';
import { unknownPlace } from './unknown-place.js';

export interface RuleRun {
  readonly facts: ScenarioFacts;
  readonly options: PlacementOptions;
  readonly world: World;
  readonly pins: Pins;
  readonly base: PlacementResult;
  readonly byKey: ReadonlyMap<string, Proposal>;
}

/**
 * @param stored null = the pins changed since; then the rule is followed under the pins of now.
 * @throws BadInput `placement.run-outdated` where the rule of today leads elsewhere.
 */
export function ruleRun(
  facts: ScenarioFacts,
  options: PlacementOptions,
  stored: readonly PricedProposal[] | null,
): RuleRun {
  const world = worldOf(facts, options);
  const base = place(facts, options);
  const byKey = new Map(base.proposals.map((each) => [each.personKey, each]));
  const isAsStored = (each: PricedProposal): boolean => {
    const now = byKey.get(each.personKey);
    return now?.unitCode === each.unitCode && now.positionCode === each.positionCode;
  };
  if (stored !== null && !stored.every(isAsStored)) {
    throw new BadInput(
      'placement.run-outdated',
      'Theo quy tắc hiện nay lần chạy này cho kết quả khác nên không trả lời được. Hãy chạy lại bố trí.',
    );
  }
  return { facts: world.facts, options, world, pins: pinsOf(world), base, byKey };
}

/** @throws as `changedFacts`; BadInput as `whatIf` where seats would fall below what is required. */
export function whatIfByRule(run: RuleRun, change: Change): WhatIfView {
  mustStand(run.world, change);
  const facts = changedFacts(run.facts, change);
  mustHaveSeats(facts);
  const after = place(facts, run.options);
  const known = new Set(run.base.breaches.map(({ message }) => message));
  const differs = less(levelList(after.levels), levelList(run.base.levels));
  return {
    change: differs,
    summary: changeText(differs),
    moves: movesTo(run, after),
    breaches: after.breaches.filter(({ message }) => !known.has(message)),
  };
}

/** Why a person is there by the rule, and what closes other places; nothing has a price. */
export function whyPersonByRule(run: RuleRun, { staffId, commune }: WhyAsked): WhyPerson {
  const who = candidateOf(run, staffId);
  const line = run.byKey.get(who.person.key)!;
  const isHere = ({ unitCode, position }: Cell): boolean =>
    line.outcome === 'seated' && unitCode === line.unitCode && position.code === line.positionCode;
  const cells = run.world.cells.all.filter(
    (cell) => (commune === null || cell.root.code === commune) && !isHere(cell),
  );
  const obstacle = obstaclesOf(run, who);
  const closed = groupedPlaces(run, cells, (cell) =>
    cell.seats === 0 ? noSeats(run, cell.unitCode, cell.position.name) : obstacle(cell),
  );
  const shut = closed.reduce((sum, { places }) => sum + places.length, 0);
  return {
    place: viewOf(run, line),
    terms: line.terms,
    reason: line.reason,
    pinned: line.pinned,
    alternatives: [],
    open: cells.length - shut,
    closed,
  };
}

/** The rule that closes a place, or what following the rule once more gives with the person pinned there. */
export function whyNotThereByRule(
  run: RuleRun,
  staffId: number,
  at: { readonly unitCode: string; readonly positionCode: string },
): NotThere {
  const who = candidateOf(run, staffId);
  const position = run.world.positions.get(at.positionCode);
  if (!position || !run.world.territory.unitAfter(at.unitCode)) {
    throw unknownPlace(at.unitCode, at.positionCode);
  }
  const cell = run.world.cells.byKey.get(`${at.unitCode}|${at.positionCode}`);
  const closed = cell ? obstacleOf(run, who, cell) : noSeats(run, at.unitCode, position.name);
  if (closed !== null) return { closed, answer: null };
  return { closed: null, answer: whatIfByRule(run, { kind: 'pin', staffId, ...at }) };
}

/** Who suits a seat, counted; nobody has a price. */
export function whyCellByRule(
  run: RuleRun,
  { unitCode, positionCode }: { readonly unitCode: string; readonly positionCode: string },
): WhyCell {
  const cell = run.world.cells.byKey.get(`${unitCode}|${positionCode}`);
  if (!cell) throw unknownPlace(unitCode, positionCode);
  const sits = run.base.proposals.filter(
    (each) =>
      each.outcome === 'seated' && each.unitCode === unitCode && each.positionCode === positionCode,
  );
  const inside = new Set(sits.map(({ personKey }) => personKey));
  const open = run.world.candidates.filter(
    (who) => !inside.has(who.person.key) && obstacleOf(run, who, cell) === null,
  );
  const isOpenQualified = open.filter((who) =>
    isQualified(run.world.suitability.fit(who.person, cell.position).fit),
  ).length;
  return {
    place: named(run.world, 'seated', unitCode, positionCode),
    seats: cell.seats,
    required: cell.required,
    seated: sits.length,
    qualified: [],
    qualifiedCount: isOpenQualified,
    trainees: [],
    traineeCount: open.length - isOpenQualified,
    here: sits.filter(({ fit }) => fit !== null && isQualified(fit)).length,
    barred: [],
    verdict: `${isOpenQualified} người đủ tiêu chuẩn và không vướng quy định nào, ${open.length - isOpenQualified} người đạt sau đào tạo.`,
  };
}

function candidateOf({ world }: RuleRun, staffId: number): Candidate {
  const found = world.candidates.find(({ person }) => person.staffId === staffId);
  if (found) return found;
  throw new NotFound('placement.person-not-in-run', 'Người này không có trong lần chạy.', {
    staffId,
  });
}

function viewOf({ world }: RuleRun, line: Proposal | undefined): PlaceView {
  if (line === undefined) return named(world, 'away', null, null);
  return named(world, line.outcome, line.unitCode, line.positionCode);
}

/** Who is elsewhere than before, by key. */
function movesTo(run: RuleRun, after: PlacementResult): MoveView[] {
  const now = new Map(after.proposals.map((each) => [each.personKey, each]));
  const names = new Map(run.world.candidates.map(({ person }) => [person.key, person.fullName]));
  const keys = [...new Set([...run.byKey.keys(), ...now.keys()])].sort();
  return keys.flatMap((key) => {
    const [from, to] = [viewOf(run, run.byKey.get(key)), viewOf(run, now.get(key))];
    if (placeText(from) === placeText(to)) return [];
    const fullName = names.get(key) ?? 'Người mới';
    const staffId = run.byKey.get(key)?.staffId ?? null;
    return [
      {
        staffId,
        fullName,
        from,
        to,
        sentence: `${fullName}: ${placeText(from)} → ${placeText(to)}.`,
      },
    ];
  });
}

function mustStand({ territory, positions }: World, change: Change): void {
  if (change.kind !== 'pin' && change.kind !== 'seats') return;
  const { unitCode, positionCode } = change;
  if (positions.has(positionCode) && territory.unitAfter(unitCode)) return;
  throw unknownPlace(unitCode, positionCode);
}

function mustHaveSeats({ seats }: ScenarioFacts): void {
  const sums = new Map<string, { seats: number; required: number }>();
  for (const row of seats) {
    const key = `${row.unitCode}|${row.positionCode}`;
    const sum = sums.get(key) ?? { seats: 0, required: 0 };
    sum.seats += row.seats;
    sum.required += row.required;
    sums.set(key, sum);
  }
  for (const after of sums.values()) {
    if (after.required >= 0 && after.required <= after.seats) continue;
    throw new BadInput(
      'placement.seats-below',
      'Sau thay đổi phải còn từ 0 chỉ tiêu và số bắt buộc không vượt quá số chỉ tiêu.',
      { ...after },
    );
  }
}
