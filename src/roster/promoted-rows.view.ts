import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LawService } from '../law/law.service.js';
import { ReferenceStore } from '../law/reference.store.js';
import { EstablishmentStore } from '../registry/establishment.store.js';
import { PositionStore } from '../registry/position.store.js';
import { fitContext, fitOf, isQualified, type FitAnswer } from '../rules/fit.rules.js';
import { seatedIn } from '../rules/seating.rules.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import type { Batch } from './batch.js';
import { BatchStore } from './batch.store.js';
import type { PromotedRow } from './promotion.plan.js';
import type { ResolvedRow } from './resolve.plan.js';
import { staffKey, staffOfRow } from './staff-of-row.js';

type Draft = Omit<PromotedRow, 'seated'>;
type FitForPosition = (draft: Pick<Draft, 'row' | 'staff'>) => FitAnswer;

/** The staged rows of a batch with their people, their fit by the law of the day, and who has a seat. */
@Injectable()
export class PromotedRowsView {
  constructor(
    private readonly batches: BatchStore,
    private readonly law: LawService,
    private readonly reference: ReferenceStore,
    private readonly positions: PositionStore,
    private readonly establishments: EstablishmentStore,
  ) {}

  async of(manager: EntityManager, actor: Actor, batch: Batch): Promise<PromotedRow[]> {
    const ranks = await this.reference.ranks(manager);
    const rankCodes = new Set(ranks.map((rank) => rank.code));
    const fit = await this.fitOn(manager, actor, batch.asOf);
    const rows = await this.batches.stagedRows<ResolvedRow>(manager, actor, batch.id);
    const drafts = rows.map(({ record }): Draft => {
      const row = resolved(record);
      const staff = staffOfRow(row, staffKey(row.record, batch.id), rankCodes);
      const { fit: kind, failed } = fit({ row, staff });
      return { row, staff, fit: kind, failedTests: failed };
    });
    const seats = await this.establishments.inForceOn(manager, actor, batch.asOf);
    const seated = seatedKeys(drafts, seats);
    return drafts.map((draft) => ({ ...draft, seated: seated.has(draft.staff.key) }));
  }

  private async fitOn(manager: EntityManager, actor: Actor, day: Day): Promise<FitForPosition> {
    const { values } = await this.law.parametersOn(manager, actor.provinceCode, day);
    const related = await this.reference.relatedMajors(manager);
    const context = fitContext(related, await this.reference.ranks(manager), values);
    const positions = await this.positions.inForceOn(manager, actor, day);
    const positionOf = new Map(positions.map((position) => [position.code, position]));
    return ({ row, staff }) => {
      const position = positionOf.get(row.positionCode);
      if (!position) throw new Error(`position ${row.positionCode} is not in force on ${day}`);
      const { degree, majorGroup, rankCode, certificates } = staff;
      return fitOf({ degree, majorGroup, rank: rankCode, certificates }, position, context);
    };
  }
}

/** A batch without errors has a unit and a position in every row. */
function resolved(row: ResolvedRow): Draft['row'] {
  const { unitCode, positionCode } = row;
  if (unitCode === null || positionCode === null) throw new Error('a row without unit or position');
  return { ...row, unitCode, positionCode };
}

/** In a unit whose seats were never given nobody is on a bench. */
function seatedKeys(
  drafts: readonly Draft[],
  seats: readonly {
    readonly unitCode: string;
    readonly positionCode: string;
    readonly seats: number;
  }[],
): Set<string> {
  const units = new Set(seats.map((row) => row.unitCode));
  const seatsOf = new Map(seats.map((row) => [cellOf(row), row.seats]));
  const cells = grouped(drafts);
  const seated = [...cells].flatMap(([cell, holders]) => {
    const known = holders.some(({ row }) => units.has(row.unitCode));
    return seatedIn(
      holders.map(({ staff, fit }) => ({
        key: staff.key,
        qualified: isQualified(fit),
        recruitedOn: staff.recruitedOn,
      })),
      known ? (seatsOf.get(cell) ?? 0) : holders.length,
    );
  });
  return new Set(seated);
}

function cellOf(place: { readonly unitCode: string; readonly positionCode: string }): string {
  return `${place.unitCode}|${place.positionCode}`;
}

function grouped(drafts: readonly Draft[]): Map<string, Draft[]> {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const cell = cellOf(draft.row);
    const group = groups.get(cell);
    if (group) group.push(draft);
    else groups.set(cell, [draft]);
  }
  return groups;
}
