import { Injectable } from '@nestjs/common';
import type { Issue } from '../../../shared/issue.js';
import { placeKey, type Answer, type Question, type StagedRow } from '../../batch.js';
import { CatalogueView } from '../../catalogue.view.js';
import { readMark } from '../../export-marks.js';
import { identify, type KnownPeople, type PersonRow } from '../../identity.plan.js';
import { KnownPeopleView } from '../../known-people.view.js';
import type { ColumnPlaces } from '../../reading/places.js';
import { UnitFinder } from '../../reading/unit-finder.js';
import { RegistryStores } from '../../registry-stores.js';
import type { ResolveContext } from '../../resolve.plan.js';
import { RosterContextView } from '../../roster-context.view.js';
import type { Work } from '../../sheet-kind.js';
import { personIsUnknown } from './person-issues.js';
import type { PersonRecord } from './person-table.js';

/** A row whose unit was looked up. */
export interface Looked<Said> extends PersonRow {
  readonly record: PersonRecord<Said>;
}

export type StagedPerson<Said> = Looked<Said>;

/** A row with the person of the registry whom it is about. */
export interface FoundRow<Said> extends Looked<Said> {
  readonly staffId: number;
  /** As the registry has it. */
  readonly fullName: string;
}

interface Setting {
  readonly places: ColumnPlaces<string>;
  readonly answers: readonly Answer[];
}

/** Whom the rows of a sheet are about: people of the registry, by the same rules as in rosters. */
@Injectable()
export class PeopleOfRows {
  constructor(
    private readonly context: RosterContextView,
    private readonly people: KnownPeopleView,
    private readonly catalogue: CatalogueView,
    private readonly stores: RegistryStores,
  ) {}

  /** What rosters of the batch's day may say. */
  contextOf({ manager, actor, batch }: Work): Promise<ResolveContext> {
    return this.context.on(manager, actor, batch.asOf);
  }

  async staged<Said>(
    work: Work,
    records: readonly PersonRecord<Said>[],
  ): Promise<StagedRow<Looked<Said>>[]> {
    const { units, provinceName } = await this.contextOf(work);
    const finder = new UnitFinder(units, provinceName);
    return records.map((record) => {
      const { file, sheet, row, unitText } = record;
      const unitCode = unitText === null ? null : (finder.find(unitText)?.answer?.code ?? null);
      return { file, sheet, row, record: { record, unitCode } };
    });
  }

  /** The rows whose person is known, the questions of the others, and an error for whoever is nobody. */
  async found<Said>(
    work: Work,
    rows: readonly Looked<Said>[],
    { places, answers }: Setting,
  ): Promise<{
    readonly rows: readonly FoundRow<Said>[];
    readonly questions: readonly Question[];
    readonly issues: readonly Issue[];
  }> {
    const known = await this.people.of(
      work,
      rows,
      rows.flatMap(({ record }) => markOf(record) ?? []),
    );
    const columnOf = (place: Looked<Said>['record'], field: string): string =>
      places.lettersOf(place, field);
    const { keys, questions } = identify(rows, {
      ...{ known, answers, batchId: work.batch.id },
      markOf: (record) => markOf(record),
      columnOf: (place, field) => columnOf(place as Looked<Said>['record'], field),
    });
    const idOf = idsByKey(known);
    const asked = new Set(questions.filter(({ answer }) => answer === null).map(placeKey));
    const keyOf = (row: Looked<Said>): string => keys.get(placeKey(row.record)) ?? '';
    const isNobody = (row: Looked<Said>): boolean =>
      !idOf.has(keyOf(row)) && !asked.has(placeKey(row.record));
    await this.stores.staff.byKeys(work.manager, work.actor, {
      keys: [...idOf.keys()],
      lock: work.writes,
    });
    return {
      rows: rows.flatMap((row) => {
        const person = idOf.get(keyOf(row));
        return person === undefined || asked.has(placeKey(row.record))
          ? []
          : [{ ...row, ...person }];
      }),
      questions,
      issues: rows.filter(isNobody).map(({ record }) => personIsUnknown(record, places)),
    };
  }

  /** Who of them holds a title that the Party committee manages. */
  async partyManaged(work: Work, staffIds: readonly number[]): Promise<ReadonlySet<number>> {
    const { manager, actor, batch } = work;
    const { isPartyManaged } = await this.catalogue.on(work);
    const postings = await this.stores.postings.mainOn(manager, actor, {
      staffIds,
      day: batch.asOf,
      lock: false,
    });
    return new Set(
      [...postings].flatMap(([id, { positionCode }]) => (isPartyManaged(positionCode) ? [id] : [])),
    );
  }
}

function markOf({ mark }: PersonRecord<unknown>): number | null {
  return readMark(mark ?? undefined)?.staffId ?? null;
}

function idsByKey(
  known: KnownPeople,
): Map<string, { readonly staffId: number; readonly fullName: string }> {
  const people = [...known.byNumber.values(), ...known.inUnits, ...known.sameRows.values()];
  return new Map(people.map(({ key, staffId, fullName }) => [key, { staffId, fullName }]));
}
