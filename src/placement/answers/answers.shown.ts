import type { Actor } from '../../shared/actor.js';
import type { AnswerView, MoveView, PlaceView } from '../price/described.js';
import type { Vector } from '../price/place-costs.js';
import type { WhatIfView } from '../price/what-if.js';
import type { Filler, WhyCell } from '../price/why-cell.js';
import type { NotThere, WhyPerson } from '../price/why-person.js';
import type { WithPins } from '../price/with-pins.js';
import type { LevelsResponse } from '../placement.responses.js';
import { protectedMessage, reasonFor } from '../protected-words.js';
import type {
  ChangeResponse,
  FillerResponse,
  MoveResponse,
  NotThereResponse,
  PlaceResponse,
  WhatIfResponse,
  WhyCellResponse,
  WhyPersonResponse,
  WithPinsResponse,
} from './answers.responses.js';
import type { Answered } from './answers.service.js';

/** Stands for a person whom the plan must not name yet. */
const UNNAMED = 'Một người thuộc diện cấp ủy quản lý';

type Closed = ReadonlySet<number>;

export function levelsOf(change: Vector): LevelsResponse {
  const [requiredUnfilled = 0, withoutSeat = 0, fit = 0, wishes = 0, tenths = 0, moved = 0] =
    change;
  return { requiredUnfilled, withoutSeat, fit, wishes, distanceKm: tenths / 10, moved };
}

function placeShown({ outcome, ...place }: PlaceView): PlaceResponse {
  const { unitCode, unitName, positionCode, positionName } = place;
  return { outcome, unitCode, unitName, positionCode, positionName };
}

function moveShown(move: MoveView, closed: Closed): MoveResponse {
  if (move.staffId !== null && closed.has(move.staffId)) {
    return {
      staffId: null,
      fullName: UNNAMED,
      from: null,
      to: null,
      sentence: `${UNNAMED} chuyển chỗ.`,
    };
  }
  const { staffId, fullName, from, to, sentence } = move;
  return { staffId, fullName, from: placeShown(from), to: placeShown(to), sentence };
}

export function changeShown(view: AnswerView, closed: Closed): ChangeResponse {
  return {
    change: levelsOf(view.change),
    summary: view.summary,
    moves: view.moves.map((move) => moveShown(move, closed)),
  };
}

export function withPinsShown({ answer, closed, basis }: Answered<WithPins>): WithPinsResponse {
  return { ...changeShown(answer, closed), levels: levelsOf(answer.levels), basis };
}

export function whatIfShown({ answer, closed, basis }: Answered<WhatIfView>): WhatIfResponse {
  const breaches = answer.breaches.map(({ code, severity, message }) => ({
    code,
    severity,
    message: protectedMessage(message),
  }));
  return { ...changeShown(answer, closed), breaches, basis };
}

export function whyPersonShown(
  { role }: Actor,
  { answer, closed, basis }: Answered<WhyPerson>,
): WhyPersonResponse {
  return {
    basis,
    place: placeShown(answer.place),
    pinned: answer.pinned,
    reason: reasonFor(role, answer.reason),
    terms: { ...answer.terms },
    open: answer.open,
    alternatives: answer.alternatives.map((each) => ({
      place: placeShown(each.place),
      ...changeShown(each, closed),
    })),
    closed: answer.closed.map(({ code, reason, places }) => ({
      code,
      reason: reasonFor(role, reason),
      places: places.map(placeShown),
    })),
  };
}

export function notThereShown(
  { role }: Actor,
  { answer: { closed: obstacle, answer }, closed, basis }: Answered<NotThere>,
): NotThereResponse {
  return {
    basis,
    closed: obstacle && { code: obstacle.code, reason: reasonFor(role, obstacle.reason) },
    answer: answer && changeShown(answer, closed),
  };
}

export function whyCellShown(
  { role }: Actor,
  { answer, closed, basis }: Answered<WhyCell>,
): WhyCellResponse {
  const listed = [...answer.qualified, ...answer.trainees];
  return {
    basis,
    place: placeShown(answer.place),
    seats: answer.seats,
    required: answer.required,
    seated: answer.seated,
    verdict: answer.verdict,
    here: answer.here,
    qualified: fillersShown(answer.qualified, closed),
    qualifiedCount: answer.qualifiedCount,
    trainees: fillersShown(answer.trainees, closed),
    traineeCount: answer.traineeCount,
    barred: answer.barred.map(({ code, reason, people }) => ({
      code,
      reason: reasonFor(role, reason),
      people,
    })),
    closed: listed.filter(({ staffId }) => closed.has(staffId)).length,
  };
}

function fillersShown(fillers: readonly Filler[], closed: Closed): FillerResponse[] {
  return fillers
    .filter(({ staffId }) => !closed.has(staffId))
    .map((each) => ({
      staffId: each.staffId,
      fullName: each.fullName,
      from: placeShown(each.from),
      fit: each.fit,
      failedTests: each.failedTests,
      ...changeShown(each, closed),
    }));
}
