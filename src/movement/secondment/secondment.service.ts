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
import { findEndings } from './secondment-ends.view.js';
import {
  findHolders,
  findPoints,
  type CommunePoint,
  type HolderRow,
} from './secondment-facts.view.js';
import { secondmentPlan, type Candidate } from './secondment.plan.js';
import type {
  CandidateResponse,
  EndingsResponse,
  SecondmentProposalsResponse,
} from './secondment.responses.js';

/** Of each gap so many candidates are shown. */
const SHOWN = 5;
/** Ends that nobody decided about stay in the list for so long. */
const AFTER_DAYS = 90;

/** Who could be seconded into which gap, and which secondments end. */
@Injectable()
export class SecondmentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly law: LawService,
    private readonly reference: ReferenceStore,
    private readonly positions: PositionStore,
  ) {}

  /** Candidates by the criteria of the province for every gap of a day. */
  proposals(
    actor: Actor,
    { on, commune, ...page }: Page & { readonly on: Day; readonly commune?: string | undefined },
  ): Promise<SecondmentProposalsResponse> {
    return this.transactions.run(actor, async (manager) => {
      const law = await this.law.parametersOn(manager, actor.provinceCode, on);
      const related = await this.reference.relatedMajors(manager);
      const context = fitContext(related, await this.reference.ranks(manager), law.values);
      const points = await findPoints(manager, actor, on);
      const remote = new Map(points.map(({ code, remoteness }) => [code, remoteness]));
      const gaps = (await findGaps(manager, actor, on))
        .filter(({ shortage }) => shortage > 0)
        .map((gap) => ({ ...gap, remoteness: remote.get(gap.communeCode) ?? 0 }));
      const positions = await this.positions.inForceOn(manager, actor, on);
      const months = wholeNumberOf(law.values, 'secondment.usual-months');
      const plan = secondmentPlan(
        {
          ...{ day: on, months, gaps, holders: await findHolders(manager, actor, on) },
          levelOf: levels(positions),
          fitOf: fits(positions, context),
          kmBetween: distances(points, law.values),
        },
        candidateContext(law.values),
        movementContext(law.values),
      );
      const own = plan.proposals.filter(
        ({ gap }) => commune === undefined || gap.communeCode === commune,
      );
      const shown = own.slice(page.offset, page.offset + page.limit);
      const wanted = new Map(gaps.map((gap) => [`${gap.unitCode}|${gap.positionCode}`, gap]));
      return {
        ...{ eligible: plan.eligible, keptOut: plan.keptOut, endsOn: addMonths(on, months) },
        total: own.length,
        proposedFor: own.filter(({ candidates }) => candidates.some((each) => each.proposed))
          .length,
        items: shown.map(({ gap, candidates, notFor }) => ({
          ...named(gap, wanted),
          notFor,
          found: candidates.length,
          candidates: candidates.slice(0, SHOWN).map(candidateResponse),
        })),
        parameters: usedParameters(law, CANDIDATE_KEYS),
      };
    });
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

function named(
  { unitCode, positionCode }: { readonly unitCode: string; readonly positionCode: string },
  gaps: ReadonlyMap<string, Gap & { readonly remoteness: number }>,
): Omit<Gap, 'seats' | 'required'> {
  const gap = gaps.get(`${unitCode}|${positionCode}`);
  if (gap === undefined) throw new Error('a proposal is for no gap');
  const { seats: _seats, required: _required, remoteness: _remoteness, ...rest } = gap;
  return rest;
}

function candidateResponse({ holder, ...rest }: Candidate<HolderRow>): CandidateResponse {
  const { staffId, fullName, communeName, positionName } = holder;
  return { staffId, fullName, communeName, positionName, ...rest };
}
