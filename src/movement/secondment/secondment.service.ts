import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LawService } from '../../law/law.service.js';
import { ReferenceStore } from '../../law/reference.store.js';
import { usedParameters } from '../../law/used-parameters.js';
import { PositionStore, type PositionOnDay } from '../../registry/position.store.js';
import { distanceKm } from '../../rules/distance.rules.js';
import { fitContext, fitOf, type FitAnswer, type FitContext } from '../../rules/fit.rules.js';
import { addMonths } from '../../rules/months.js';
import { movementContext } from '../../rules/movement.rules.js';
import { wholeNumberOf, type ParameterValues } from '../../rules/parameters.js';
import { alarmDays, endAlarm } from '../../rules/secondment-alarm.rules.js';
import { CANDIDATE_KEYS, candidateContext } from '../../rules/secondment-candidate.rules.js';
import { seatLevel, type SeatLevel } from '../../rules/seat-level.rules.js';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';
import type { Page } from '../../shared/page.query.js';
import { Transactions } from '../../shared/transactions.js';
import { findGaps, type Gap } from '../gap-plan/gaps.view.js';
import { KeptSolves, type KeptPlan, type KeptProposal } from './kept-solves.js';
import { findEndings } from './secondment-ends.view.js';
import {
  findHolders,
  findPoints,
  type CommunePoint,
  type HolderRow,
} from './secondment-facts.view.js';
import { secondmentPlan } from './secondment.plan.js';
import type {
  EndingsResponse,
  GapProposalResponse,
  SecondmentProposalsResponse,
} from './secondment.responses.js';

/** Of each gap so many candidates are shown. */
const SHOWN = 5;
/** Ends that nobody decided about stay in the list for so long. */
const AFTER_DAYS = 90;

/** All that proposals are made from, as whoever asks may read it. */
interface Facts {
  readonly gaps: readonly (Gap & { readonly remoteness: number })[];
  readonly holders: readonly HolderRow[];
  readonly positions: readonly PositionOnDay[];
  readonly related: Parameters<typeof fitContext>[0];
  readonly ranks: Parameters<typeof fitContext>[1];
  readonly points: readonly CommunePoint[];
}

/** Who could be seconded into which gap, and which secondments end. */
@Injectable()
export class SecondmentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly law: LawService,
    private readonly reference: ReferenceStore,
    private readonly positions: PositionStore,
    private readonly solves: KeptSolves,
  ) {}

  /** Candidates by the criteria of the province for every gap of a day. */
  proposals(
    actor: Actor,
    { on, commune, ...page }: Page & { readonly on: Day; readonly commune?: string | undefined },
  ): Promise<SecondmentProposalsResponse> {
    return this.transactions.run(actor, async (manager) => {
      const { items, ...told } = await this.proposalsWithin(manager, actor, { on, commune });
      return { ...told, items: items.slice(page.offset, page.offset + page.limit) };
    });
  }

  /** All of them at once, inside a transaction of the caller. */
  async proposalsWithin(
    manager: EntityManager,
    actor: Actor,
    { on, commune }: { readonly on: Day; readonly commune?: string | undefined },
  ): Promise<SecondmentProposalsResponse> {
    const law = await this.law.parametersOn(manager, actor.provinceCode, on);
    const facts = await this.facts(manager, actor, on);
    const plan = this.solves.get([on, law.values, facts], () => solved(facts, on, law.values));
    const items = facts.gaps
      .map((gap, at) => proposalResponse(gap, facts.holders, plan.proposals[at]))
      .filter(({ communeCode }) => commune === undefined || communeCode === commune);
    const months = wholeNumberOf(law.values, 'secondment.usual-months');
    return {
      ...{ eligible: plan.eligible, keptOut: plan.keptOut, endsOn: addMonths(on, months) },
      total: items.length,
      // Those proposed stand first, so the ones shown tell.
      proposedFor: items.filter(({ candidates }) => candidates.some((each) => each.proposed))
        .length,
      items,
      parameters: usedParameters(law, CANDIDATE_KEYS),
    };
  }

  private async facts(manager: EntityManager, actor: Actor, on: Day): Promise<Facts> {
    const points = await findPoints(manager, actor, on);
    const remote = new Map(points.map(({ code, remoteness }) => [code, remoteness]));
    const gaps = (await findGaps(manager, actor, on)).filter(({ shortage }) => shortage > 0);
    return {
      gaps: gaps.map((gap) => ({ ...gap, remoteness: remote.get(gap.communeCode) ?? 0 })),
      holders: await findHolders(manager, actor, on),
      positions: await this.positions.inForceOn(manager, actor, on),
      related: await this.reference.relatedMajors(manager),
      ranks: await this.reference.ranks(manager),
      points,
    };
  }

  /** Secondments, rotations and terms by their end, with the mark that is passed and the gap that opens again. */
  endings(actor: Actor, on: Day): Promise<EndingsResponse> {
    return this.transactions.run(actor, (manager) => this.endingsWithin(manager, actor, on));
  }

  /** The same inside a transaction of the caller. */
  async endingsWithin(manager: EntityManager, actor: Actor, on: Day): Promise<EndingsResponse> {
    const { values } = await this.law.parametersOn(manager, actor.provinceCode, on);
    const marks = alarmDays(values);
    const rows = await findEndings(manager, actor, { day: on, days: AFTER_DAYS });
    return {
      marks: [...marks],
      items: rows.map((row) => ({ ...row, ...endAlarm(row.endsOn, on, marks) })),
    };
  }
}

/** The plan with people told by their place, as it is kept. */
function solved(
  { gaps, holders, positions, points, related, ranks }: Facts,
  day: Day,
  law: ParameterValues,
): KeptPlan {
  const plan = secondmentPlan(
    {
      ...{ day, months: wholeNumberOf(law, 'secondment.usual-months'), gaps, holders },
      levelOf: levels(positions),
      fitOf: fits(positions, fitContext(related, ranks, law)),
      kmBetween: distances(points, law),
    },
    candidateContext(law),
    movementContext(law),
  );
  const placeOf = new Map(holders.map((holder, at) => [holder, at]));
  const { eligible, keptOut } = plan;
  return {
    ...{ eligible, keptOut },
    proposals: plan.proposals.map(({ notFor, candidates }) => ({
      ...{ notFor, found: candidates.length },
      candidates: candidates
        .slice(0, SHOWN)
        .map(({ holder, ...rest }) => ({ ...rest, at: placeOf.get(holder) ?? -1 })),
    })),
  };
}

/** People with the same file suit a position alike, so each is judged once. */
function fits(
  positions: readonly PositionOnDay[],
  context: FitContext,
): (holder: HolderRow, positionCode: string) => FitAnswer | null {
  const positionOf = new Map(positions.map((position) => [position.code, position]));
  const known = new Map<string, FitAnswer>();
  return (holder, positionCode) => {
    const position = positionOf.get(positionCode);
    if (position === undefined) return null;
    const { degree, majorGroup, rank, certificates } = holder;
    const profile = [positionCode, degree, majorGroup, rank, ...certificates].join('|');
    const answer = known.get(profile) ?? fitOf(holder, position, context);
    known.set(profile, answer);
    return answer;
  };
}

function levels(positions: readonly PositionOnDay[]): (positionCode: string) => SeatLevel | null {
  const levelOf = new Map(positions.map((position) => [position.code, seatLevel(position)]));
  return (positionCode) => levelOf.get(positionCode) ?? null;
}

function distances(
  points: readonly CommunePoint[],
  parameters: ParameterValues,
): (from: string, to: string) => number | null {
  const pointOf = new Map(points.map((point) => [point.code, point]));
  return (from, to) => {
    const [a, b] = [pointOf.get(from), pointOf.get(to)];
    return a && b ? Math.round(distanceKm(a, b, parameters) * 10) / 10 : null;
  };
}

function proposalResponse(
  { seats: _seats, required: _required, remoteness: _remoteness, ...gap }: Facts['gaps'][number],
  holders: readonly HolderRow[],
  proposal: KeptProposal | undefined,
): GapProposalResponse {
  if (proposal === undefined) throw new Error('a gap was not solved');
  const { notFor, found, candidates } = proposal;
  return {
    ...{ ...gap, notFor, found },
    candidates: candidates.map(({ at, ...rest }) => {
      const holder = holders[at];
      if (holder === undefined) throw new Error('a candidate is nobody');
      const { staffId, fullName, communeName, positionName } = holder;
      return { staffId, fullName, communeName, positionName, ...rest };
    }),
  };
}
