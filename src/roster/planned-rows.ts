import type { StaffRow } from '../registry/staff-row.js';
import type { Catalogue } from './catalogue.view.js';
import type { FitAndSeat } from './fit-and-seat.js';
import type { Placed } from './fit-and-seats.view.js';
import { planRow, type MergedRow, type RosterChange } from './promotion.plan.js';
import type { Field } from './reading/fields.js';
import { ColumnPlaces, type PlacedSheet } from './reading/places.js';
import { registryMoved } from './roster-writer.js';
import type { Work } from './sheet-kind.js';

/** The columns of a roster mean fields of a roster. */
export function placesOf(sheets: readonly PlacedSheet<string>[]): ColumnPlaces {
  return new ColumnPlaces(sheets as readonly PlacedSheet<Field>[]);
}

/** Units and positions were there when the rows were checked. @throws Conflict `roster.registry-moved` */
export function mustStandInForce(
  { batch }: Work,
  rows: readonly Pick<Placed, 'unitCode' | 'positionCode'>[],
  { unitId, positionId }: Catalogue,
): void {
  const gone = rows.some(
    ({ unitCode, positionCode }) =>
      unitId(unitCode) === undefined || positionId(positionCode) === undefined,
  );
  if (gone) throw registryMoved(batch.id);
}

export function placedOf({ key, facets }: MergedRow): Placed {
  const said = facets as Partial<StaffRow>;
  return {
    staff: {
      key,
      degree: said.degree ?? null,
      majorGroup: said.majorGroup ?? null,
      rankCode: said.rankCode ?? null,
      certificates: said.certificates ?? [],
      recruitedOn: said.recruitedOn ?? null,
    },
    unitCode: String(facets['unit']),
    positionCode: String(facets['position']),
  };
}

export function planned(
  row: MergedRow,
  {
    work,
    catalogue,
    fits,
  }: {
    readonly work: Work;
    readonly catalogue: Catalogue;
    readonly fits: ReadonlyMap<string, FitAndSeat>;
  },
): RosterChange {
  const fit = fits.get(row.key);
  if (fit === undefined) throw new Error('a person of the plan was not looked at');
  const positions = [row.known?.posting?.positionCode ?? null, String(row.facets['position'])];
  return planRow(row, {
    ...{ asOf: work.batch.asOf, names: catalogue.names, fit },
    partyManaged: positions.some((code) => catalogue.isPartyManaged(code)),
  });
}
