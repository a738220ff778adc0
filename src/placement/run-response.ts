import { conditionWords } from './condition-words.js';
import { gapPercentOf, gapWords } from './gap-words.js';
import type { LevelVector } from './placement.model.js';
import type { LevelsResponse, RunResponse, SignedRunResponse } from './placement.responses.js';
import { protectedMessage } from './protected-words.js';
import type { RunSideBody } from './run-orders.bodies.js';
import type { StoredOptions } from './run-conditions.js';
import type { PlacementRun } from './run.store.js';

function sideShown({
  couplesWithinKm,
  movedOutPercent,
  womenPercent,
  speakers,
  norms,
  joint,
}: NonNullable<StoredOptions['side']>): RunSideBody {
  return {
    couplesWithinKm,
    movedOutPercent,
    womenPercent,
    speakers: [...speakers],
    norms,
    joint: [...(joint ?? [])],
  };
}

export function runResponse(run: PlacementRun): RunResponse {
  return {
    id: run.id,
    kind: run.kind,
    status: run.status,
    proven: run.proven,
    seconds: run.seconds,
    createdAt: run.createdAt,
    inputHash: run.inputHash,
    engineVersion: run.engineVersion,
    gap: run.gap,
    gapPeople: run.gapPeople,
    gapPercent: gapPercentOf(run),
    gapWords: gapWords(run),
    conditions: conditionWords(run.options),
    cutShort: run.options.cutShort ?? false,
    side: run.options.side ? sideShown(run.options.side) : null,
    keep: run.options.keep ? { runId: run.options.keep.runId, most: run.options.keep.most } : null,
    signed: signedShown(run.options),
    pinsChanged: run.pinsChanged,
    levels: levelsResponse(run.levels),
    breaches: run.breaches.map(({ code, severity, message }) => ({
      code,
      severity,
      message: protectedMessage(message),
    })),
  };
}

function signedShown({ signed }: StoredOptions): SignedRunResponse | null {
  if (signed === undefined) return null;
  const { campaignId, campaignName, asOf, units, people, held = [] } = signed;
  return {
    ...{ campaignId, campaignName, asOf, units, people },
    held: held.map(({ unitCode, unitName, people: own, why }) => ({
      ...{ unitCode, unitName, people: own, why },
    })),
  };
}

export function levelsResponse(levels: LevelVector): LevelsResponse {
  return {
    requiredUnfilled: levels.requiredUnfilled,
    withoutSeat: levels.withoutSeat,
    fit: levels.fitCost,
    wishes: levels.wishCost,
    distanceKm: levels.distanceTenthsKm / 10,
    moved: levels.moved,
  };
}
