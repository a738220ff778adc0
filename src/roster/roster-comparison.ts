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
    const before = await this.before(work, sides, rankCodes);
    const asking = {
      answers: answersByQuestion(setting.answers),
      lettersOf: (place: RowPlace, field: Field) => places.lettersOf(place, field),
    };
    const questions: Question[] = [];
    const made = rows.map((row): MergedRow => {
      const known = sides.get(keyOf(row)) ?? null;
      const { file, sheet, row: line } = row.record;
      const mark = markFor(row.record, known);
      const said = mark === null ? before.get(known?.staff.id ?? 0) : undefined;
      const result = mergedRow(
        {
          place: { file, sheet, row: line },
          known: known === null ? null : facetsOfKnown(known),
          row: facetsOfRow(row, spokenAt(places, row.record), rankCodes),
          ...{ mark, ...said },
        },
        asking,
      );
      questions.push(...result.questions);
      return { row, key: keyOf(row), known, facets: result.facets };
    });
    return { rows: made, questions };
  }

  /** Of people of whom the sender has spoken before: what they said, and who has changed it since. */
  private async before(
    work: Work,
    sides: ReadonlyMap<string, KnownSide>,
    rankCodes: ReadonlySet<string>,
  ): Promise<ReadonlyMap<number, Before>> {
    const people = [...sides.values()];
    const ids = people.map(({ staff }) => staff.id);
    const said = await this.said.of(work, ids, rankCodes);
    const changed = people.flatMap((known): { staffId: number; known: Facets }[] => {
      const own = said.get(known.staff.id)?.facets;
      const facets = facetsOfKnown(known);
      return own !== undefined && differing(facets, own).length > 0
        ? [{ staffId: known.staff.id, known: facets }]
        : [];
    });
    const editors = await this.said.editors(work, changed, rankCodes);
    return new Map(
      people.flatMap((known): [number, Before][] => {
        const own = said.get(known.staff.id);
        if (own === undefined) return [];
        const editOf = editors.get(known.staff.id) ?? nobody;
        return [[known.staff.id, { mark: asMark(own, { known, day: work.batch.asOf }), editOf }]];
      }),
    );
  }
}

type Before = Pick<Meeting, 'mark'> & { readonly editOf: Editors };

/** Rows that are compared at once: what they make is gone before the next ones. */
const AT_ONCE = 1_000;

const nobody: Editors = () => null;

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
