import { Injectable } from '@nestjs/common';
import type { StaffWish } from '../registry/staff-row.js';
import type { Day } from '../shared/day.js';
import type { Facets } from './facets.js';
import type { Edit } from './later-edits.js';
import type { Mark } from './mark.js';
import { facetsOfRow, spokenAt, wishOf, type KnownSide } from './person-facets.plan.js';
import { placesOf } from './planned-rows.js';
import type { ColumnPlaces, PlacedSheet } from './reading/places.js';
import type { RowPlace } from './record.js';
import type { Work } from './sheet-kind.js';
import { resolvedRow, type StoredRow } from './stored-row.plan.js';

/** A row of an earlier roster, as its promotion wrote it. */
interface SaidRow extends RowPlace {
  readonly staffId: number;
  readonly batchId: number;
  readonly record: StoredRow;
  readonly asOf: Day;
  readonly promotedAt: string;
}

/** What the sender's last roster said of a person. */
export interface SaidBefore {
  readonly asOf: Day;
  readonly facets: Facets;
}

type EditRow = { readonly staffId: number; readonly at: string; readonly by: string | null } & (
  | { readonly kind: 'event'; readonly said: Readonly<Record<string, unknown>> }
  | {
      readonly kind: 'roster';
      readonly said: RowPlace & { readonly batchId: number; readonly record: StoredRow };
    }
  | { readonly kind: 'posting'; readonly said: null }
);

/** The editors of a person: by facet, who gave the registry the value that it has. */
export type Editors = (facet: string) => Edit | null;

type Places = Map<number, ColumnPlaces>;

/** What senders said before, and who has changed it in the registry since. */
@Injectable()
export class SaidBeforeView {
  /** By the registry's number of the person: what the last promoted roster of the batch's sender said. */
  async of(
    work: Work,
    staffIds: readonly number[],
    rankCodes: ReadonlySet<string>,
  ): Promise<ReadonlyMap<number, SaidBefore>> {
    const { manager, batch } = work;
    if (staffIds.length === 0) return new Map();
    const rows = await manager.query<SaidRow[]>(
      `SELECT staff_id AS "staffId", batch_id AS "batchId", file, sheet, row_number AS "row", record,
         as_of::text AS "asOf", to_json(promoted_at)#>>'{}' AS "promotedAt" FROM said_before($1, $2, $3)`,
      [batch.sender, batch.id, staffIds],
    );
    const places = await this.places(
      work,
      rows.map(({ batchId }) => batchId),
    );
    return new Map(
      rows.map((row) => [
        row.staffId,
        { asOf: row.asOf, facets: facetsSaid(row, places, rankCodes) },
      ]),
    );
  }

  /** By the registry's number of the person. @param sides the people as the registry has them */
  async editors(
    work: Work,
    sides: readonly { readonly staffId: number; readonly known: Facets }[],
    rankCodes: ReadonlySet<string>,
  ): Promise<ReadonlyMap<number, Editors>> {
    if (sides.length === 0) return new Map();
    const edits = await work.manager.query<EditRow[]>(
      `SELECT staff_id AS "staffId", kind, to_json(edited_at)#>>'{}' AS at, edited_by AS by, said
       FROM edits_of($1) ORDER BY edited_at DESC`,
      [sides.map(({ staffId }) => staffId)],
    );
    const batches = edits.flatMap((each) => (each.kind === 'roster' ? [each.said.batchId] : []));
    const places = await this.places(work, batches);
    return new Map(
      sides.map(({ staffId, known }) => {
        const own = edits
          .filter((each) => each.staffId === staffId)
          .map((each) => ({ ...each, gave: whetherGave(each, places, rankCodes) }));
        return [staffId, (facet) => own.find(({ gave }) => gave(facet, known[facet])) ?? null];
      }),
    );
  }

  private async places({ manager }: Work, batchIds: readonly number[]): Promise<Places> {
    const ids = [...new Set(batchIds)];
    if (ids.length === 0) return new Map();
    const sheets = await manager.query<
      { batchId: number; file: string; report: Omit<PlacedSheet<string>, 'file'> }[]
    >(`SELECT batch_id AS "batchId", file, report FROM sheets_said($1)`, [ids]);
    return new Map(
      ids.map((id) => [
        id,
        placesOf(
          sheets
            .filter(({ batchId }) => batchId === id)
            .map(({ file, report }) => ({ ...report, file })),
        ),
      ]),
    );
  }
}

function facetsSaid(
  row: Pick<SaidRow, 'batchId' | 'record' | keyof RowPlace>,
  places: Places,
  rankCodes: ReadonlySet<string>,
): Facets {
  const resolved = resolvedRow(row, row.record);
  const own = places.get(row.batchId) ?? placesOf([]);
  return facetsOfRow(resolved, spokenAt(own, resolved.record), rankCodes);
}

const OF_A_POST = new Set(['unit', 'position', 'proposedUnitText', 'proposedPositionText']);

/** Whether an edit gave a facet a value. A plan or a decision says where somebody is; the newest one counts. */
function whetherGave(
  edit: EditRow,
  places: Places,
  rankCodes: ReadonlySet<string>,
): (facet: string, value: unknown) => boolean {
  if (edit.kind === 'posting') return (facet) => OF_A_POST.has(facet);
  const said =
    edit.kind === 'event' ? facetsOfEvent(edit.said) : facetsSaid(edit.said, places, rankCodes);
  return (facet, value) =>
    said[facet] !== undefined && JSON.stringify(said[facet]) === JSON.stringify(value ?? null);
}

function facetsOfEvent(said: Facets): Facets {
  const wish = said['wish'] as StaffWish | undefined;
  return wish === undefined ? said : { ...said, wish: wishOf(wish) };
}

/** Said on the roster's day or before it; a wish belongs to the day itself. */
const FROM_ITS_DAY = new Set(['conditions', ...OF_A_POST]);

/**
 * What the sender said before, in the place of what a row went out with. A facet of another day than the batch's says
 * nothing of this one.
 */
export function asMark(
  { asOf, facets }: SaidBefore,
  { known, day }: { readonly known: KnownSide; readonly day: Day },
): Pick<Mark, 'went'> {
  const isSilent = (facet: string): boolean => {
    if (facet === 'wish') return asOf !== day;
    if (!FROM_ITS_DAY.has(facet)) return false;
    return asOf > day || (facet !== 'conditions' && known.posting === null);
  };
  return {
    went: (facet, value) => {
      const said = facets[facet];
      if (said === undefined || isSilent(facet)) return null;
      return JSON.stringify(said ?? null) === JSON.stringify(value ?? null);
    },
  };
}
