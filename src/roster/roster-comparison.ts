import { Injectable } from '@nestjs/common';
import type { Issue } from '../shared/issue.js';
import { placeKey, type Answer, type Question } from './batch.js';
import { columnsOf } from './check.plan.js';
import { readMark } from './export-marks.js';
import { identify, type KnownPeople, type PersonRow } from './identity.plan.js';
import { KnownPeopleView } from './known-people.view.js';
import { MARK_LABEL, type Mark } from './mark.js';
import { answersByQuestion, merged as mergedRow, type Meeting } from './merge.plan.js';
import {
  differing,
  facetsOfKnown,
  facetsOfRow,
  saysOtherwise,
  spokenAt,
  type KnownSide,
} from './person-facets.plan.js';
import type { MergedRow } from './promotion.plan.js';
import type { Field } from './reading/fields.js';
import type { ColumnPlaces } from './reading/places.js';
import type { RosterRecord, RowPlace } from './record.js';
import { RegistryStores } from './registry-stores.js';
import type { ResolvedRow } from './resolve.plan.js';
import { asMark, SaidBeforeView, type Editors } from './said-before.view.js';
import type { Work } from './sheet-kind.js';
import { inParts } from '../shared/in-parts.js';
import type { Facets } from './facets.js';

/** The rows of a batch beside the registry. */
export interface Comparison {
  readonly known: KnownPeople;
  /** By `placeKey`: the key of the row's person. */
  readonly keys: ReadonlyMap<string, string>;
  readonly questions: readonly Question[];
  readonly issues: readonly Issue[];
}

/** What a comparison needs besides the rows. */
export interface Setting {
  readonly places: ColumnPlaces;
  readonly answers: readonly Answer[];
  readonly rankCodes: ReadonlySet<string>;
}

/** As much of a row as tells whose it is. */
export interface MarkedRow extends PersonRow {
  readonly record: PersonRow['record'] & Pick<RosterRecord, 'unknown'>;
}

/** Who the people of a batch are, and what its rows make of them. */
@Injectable()
export class RosterComparison {
  constructor(
    private readonly people: KnownPeopleView,
    private readonly stores: RegistryStores,
    private readonly said: SaidBeforeView,
  ) {}

  /** Who is who, and what nobody but the reader can say. Rows that leave nothing to ask are let go. */
  async questions(work: Work, rows: readonly ResolvedRow[], setting: Setting): Promise<Comparison> {
    const found = await this.identified(work, rows, setting);
    const questions: Question[] = [...found.questions];
    for (const part of inParts(metRows(rows, found), AT_ONCE)) {
      const made = await this.merge(work, part, { ...setting, keys: found.keys });
      questions.push(...made.questions);
    }
    return { ...found, questions };
  }

  /** The same with the people that the rows make. */
  async merged(
    work: Work,
    rows: readonly ResolvedRow[],
    setting: Setting,
  ): Promise<Comparison & { readonly merged: readonly MergedRow[] }> {
    const found = await this.identified(work, rows, setting);
    const made = await this.merge(work, rows, { ...setting, keys: found.keys });
    return { ...found, questions: [...found.questions, ...made.questions], merged: made.rows };
  }

  /** Who is who. */
  async identified<Row extends MarkedRow>(
    work: Work,
    rows: readonly Row[],
    { places, answers }: Setting,
  ): Promise<Comparison> {
    const ids = rows.flatMap(({ record }) => markOf(record)?.staffId ?? []);
    const known = await this.people.of(work, rows, ids);
    const found = identify(rows, {
      ...{ known, answers, batchId: work.batch.id },
      columnOf: columnsOf(places),
      markOf: (record) => markOf(record)?.staffId ?? null,
    });
    return { known, ...found };
  }

  /** What the rows make of the people whom the registry knows, and of those whom it does not. */
  async merge(
    work: Work,
    rows: readonly ResolvedRow[],
    setting: Setting & { readonly keys: ReadonlyMap<string, string> },
  ): Promise<{ readonly rows: readonly MergedRow[]; readonly questions: readonly Question[] }> {
    if (rows.length === 0) return { rows: [], questions: [] };
    const { places, keys, rankCodes } = setting;
    const keyOf = ({ record }: ResolvedRow): string => keys.get(placeKey(record)) ?? '';
    const sides = await this.stores.sides(work, rows.map(keyOf));
    const meetings = rows.map((row): Beside => {
      const known = sides.get(keyOf(row)) ?? null;
      const facets = facetsOfRow(row, spokenAt(places, row.record), rankCodes);
      if (known === null) return { row, known, facets, registry: null, mark: null };
      return {
        row,
        known,
        facets,
        registry: facetsOfKnown(known),
        mark: markFor(row.record, known),
      };
    });
    const before = await this.before(work, meetings, rankCodes);
    const asking = {
      answers: answersByQuestion(setting.answers),
      lettersOf: (place: RowPlace, field: Field) => places.lettersOf(place, field),
    };
    const questions: Question[] = [];
    const made = meetings.map(({ row, known, facets, registry, mark }): MergedRow => {
      const { file, sheet, row: line } = row.record;
      const said = mark === null ? before.get(known?.staff.id ?? 0) : undefined;
      const wishRecorded = mark === null && isWishRecorded(known);
      const result = mergedRow(
        {
          place: { file, sheet, row: line },
          known: registry,
          row: facets,
          mark,
          wishRecorded,
          ...said,
        },
        asking,
      );
      questions.push(...result.questions);
      return { row, key: keyOf(row), known, facets: result.facets };
    });
    return { rows: made, questions };
  }

  /**
   * What their sender said before of people, and who has changed it since: of those only of whom the row says something else
   * than the registry. Of the others there is nothing to decide, and most rows that come again are such.
   */
  private async before(
    work: Work,
    meetings: readonly Beside[],
    rankCodes: ReadonlySet<string>,
  ): Promise<ReadonlyMap<number, Before>> {
    const people = meetings.flatMap(({ known, registry, facets, mark }) =>
      known !== null && registry !== null && mark === null && saysOtherwise(registry, facets)
        ? [{ known, registry, staffId: known.staff.id }]
        : [],
    );
    const said = await this.said.of(
      work,
      people.map(({ staffId }) => staffId),
      rankCodes,
    );
    const changed = people.flatMap(({ staffId, known, registry }) => {
      const own = said.get(staffId)?.facets;
      const isChanged = own !== undefined && differing(registry, own).length > 0;
      return isChanged || isWishRecorded(known) ? [{ staffId, known: registry }] : [];
    });
    const editors = await this.said.editors(work, changed, rankCodes);
    return new Map(
      people.flatMap(({ staffId, known }): [number, Before][] => {
        const own = said.get(staffId);
        const editOf = editors.get(staffId) ?? nobody;
        if (own === undefined)
          return isWishRecorded(known) ? [[staffId, { mark: null, editOf }]] : [];
        return [[staffId, { mark: asMark(own, { known, day: work.batch.asOf }), editOf }]];
      }),
    );
  }
}

/** A row and the person whom it is about, as they are before anything is decided. */
interface Beside {
  readonly row: ResolvedRow;
  readonly known: KnownSide | null;
  readonly facets: Facets;
  readonly registry: Facets | null;
  readonly mark: Mark | null;
}

type Before = Pick<Meeting, 'mark'> & { readonly editOf: Editors };

/** Rows that are compared at once: what they make is gone before the next ones. */
const AT_ONCE = 1_000;

const nobody: Editors = () => null;

function isWishRecorded(known: KnownSide | null): boolean {
  return known?.details.wish?.recorded === true;
}

/** Of somebody new there is nothing to ask: only rows of people whom the registry knows. */
function* metRows(
  rows: readonly ResolvedRow[],
  { known, keys }: Pick<Comparison, 'known' | 'keys'>,
): Generator<ResolvedRow> {
  const there = new Set<string>();
  for (const people of [known.byNumber, known.byId, known.sameRows])
    for (const { key } of people.values()) there.add(key);
  for (const { key } of known.inUnits) there.add(key);
  for (const row of rows) if (there.has(keys.get(placeKey(row.record)) ?? '')) yield row;
}

function markOf(record: Pick<RosterRecord, 'unknown'>): Mark | null {
  return readMark(record.unknown[MARK_LABEL]);
}

/** A mark of somebody else says nothing of this person's values. */
function markFor(record: RosterRecord, known: KnownSide | null): Mark | null {
  const mark = markOf(record);
  return mark !== null && mark.staffId === known?.staff.id ? mark : null;
}
