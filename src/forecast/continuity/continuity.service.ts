import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { GapSource } from '../../gap/gap-source.js';
import type { Actor } from '../../shared/actor.js';
import type { Page } from '../../shared/page.query.js';
import { Transactions } from '../../shared/transactions.js';
import { findDays } from '../forecast-facts.view.js';
import { unknownRun } from '../forecast.service.js';
import { continuityFacts, type ContinuityRows, type HolderRow } from './continuity-facts.view.js';
import {
  functionLines,
  oldUnitLines,
  type ContinuityState,
  type FunctionLine,
} from './continuity.plan.js';
import type {
  ContinuityResponse,
  FunctionLineResponse,
  OldUnitLineResponse,
} from './continuity.responses.js';

interface Asked extends Page {
  readonly commune?: string | undefined;
  readonly state?: ContinuityState | undefined;
}

/** Whether every function of an old unit has a division and a named qualified holder. Throws NotFound `forecast.unknown-run`. */
@Injectable()
export class ContinuityService {
  constructor(private readonly transactions: Transactions) {}

  of(actor: Actor, source: GapSource, asked: Asked): Promise<ContinuityResponse> {
    return this.transactions.run(actor, async (manager) => {
      if ((await findDays(manager, actor.provinceCode, source)) === null) throw unknownRun(source);
      const { lines, oldUnits } = await this.read(manager, actor, { source, ...asked });
      const shown = lines.filter(({ state }) => asked.state === undefined || state === asked.state);
      const of = (state: ContinuityState) => lines.filter((line) => line.state === state).length;
      return {
        counts: {
          ...{ noDivision: of('no-division'), uncovered: of('uncovered') },
          ...{ unassigned: of('unassigned'), sole: of('sole'), covered: of('covered') },
        },
        total: shown.length,
        items: shown.slice(asked.offset, asked.offset + asked.limit),
        oldUnits,
      };
    });
  }

  /** Every function and every old unit, or those of one commune, inside a transaction of the caller. */
  async read(
    manager: EntityManager,
    actor: Actor,
    { source, commune }: { readonly source: GapSource; readonly commune?: string | undefined },
  ): Promise<{ lines: FunctionLineResponse[]; oldUnits: OldUnitLineResponse[] }> {
    const facts = await continuityFacts(manager, actor.provinceCode, source);
    const lines = functionLines(facts);
    return {
      lines: lines
        .filter(({ communeCode }) => commune === undefined || communeCode === commune)
        .map((line) => lineResponse(line, facts)),
      oldUnits: oldUnitLines(facts, lines)
        .filter(({ successors }) => commune === undefined || successors.includes(commune))
        .map(({ oldCode, successors, uncovered }) => ({
          ...{ oldCode, oldName: facts.oldNames.get(oldCode) ?? oldCode },
          ...{ successors: [...successors], uncovered: [...uncovered] },
          successorNames: successors.map((code) => facts.unitNames.get(code) ?? code),
        })),
    };
  }
}

function lineResponse(
  {
    communeCode,
    fieldCode,
    divisionKind,
    unitCode,
    seats,
    state,
    holders,
  }: FunctionLine<HolderRow>,
  { unitNames }: ContinuityRows,
): FunctionLineResponse {
  return {
    ...{ communeCode, communeName: unitNames.get(communeCode) ?? communeCode },
    ...{ fieldCode, divisionKind, seats, state },
    unitName: unitCode === null ? null : (unitNames.get(unitCode) ?? unitCode),
    holders: holders.map(({ staffId, fullName, positionName }) => ({
      ...{ staffId, fullName, positionName },
    })),
  };
}
