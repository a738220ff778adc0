import { Injectable } from '@nestjs/common';
import { LawService } from '../law/law.service.js';
import { ReferenceStore } from '../law/reference.store.js';
import { EstablishmentStore } from '../registry/establishment.store.js';
import { PositionStore } from '../registry/position.store.js';
import type { StaffRow } from '../registry/staff-row.js';
import { fitContext, fitOf, isQualified, type FitAnswer } from '../rules/fit.rules.js';
import { seatedIn } from '../rules/seating.rules.js';
import type { FitAndSeat } from './fit-and-seat.js';
import { grouped } from '../shared/grouped.js';
import type { Work } from './sheet-kind.js';

/** A person in a unit and position, as far as fit and seats ask. */
export interface Placed {
  readonly staff: Pick<
    StaffRow,
    'key' | 'degree' | 'majorGroup' | 'rankCode' | 'certificates' | 'recruitedOn'
  >;
  readonly unitCode: string;
  readonly positionCode: string;
}

/** How people suit their positions by the law of the day, and who has a seat. */
@Injectable()
export class FitAndSeatsView {
  constructor(
    private readonly law: LawService,
    private readonly reference: ReferenceStore,
    private readonly positions: PositionStore,
    private readonly establishments: EstablishmentStore,
  ) {}

  /** By the person's key. A position that is not in force is left out. */
  async of(work: Work, placed: readonly Placed[]): Promise<Map<string, FitAndSeat>> {
    const { manager, actor, batch } = work;
    const fit = await this.fitOn(work);
    const drafts = placed.flatMap((each) => {
      const answer = fit(each);
      return answer === null ? [] : [{ ...each, answer }];
    });
    const seats = await this.establishments.inForceOn(manager, actor, batch.asOf);
    const seated = seatedKeys(drafts, seats);
    return new Map(
      drafts.map(({ staff, answer }) => [staff.key, { ...answer, seated: seated.has(staff.key) }]),
    );
  }

  private async fitOn({
    manager,
    actor,
    batch,
  }: Work): Promise<(placed: Placed) => FitAnswer | null> {
    const { values } = await this.law.parametersOn(manager, actor.provinceCode, batch.asOf);
    const related = await this.reference.relatedMajors(manager);
    const context = fitContext(related, await this.reference.ranks(manager), values);
    const positions = await this.positions.inForceOn(manager, actor, batch.asOf);
    const positionOf = new Map(positions.map((position) => [position.code, position]));
    return ({ staff, positionCode }) => {
      const position = positionOf.get(positionCode);
      const { degree, majorGroup, rankCode, certificates } = staff;
      return position === undefined
        ? null
        : fitOf({ degree, majorGroup, rank: rankCode, certificates }, position, context);
    };
  }
}

type Draft = Placed & { readonly answer: FitAnswer };

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
  const seated = [...grouped(drafts, cellOf)].flatMap(([cell, holders]) => {
    const known = holders.some(({ unitCode }) => units.has(unitCode));
    return seatedIn(
      holders.map(({ staff, answer }) => ({
        key: staff.key,
        qualified: isQualified(answer.fit),
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
