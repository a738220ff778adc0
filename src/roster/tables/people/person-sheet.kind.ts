import type { DetailPart } from '../../../registry/person-image.store.js';
import { StandsOn } from '../../../registry/stands-on.js';
import { refreshStatistics } from '../../../database/statistics.js';
import { keptNotes } from '../../later-edits.js';
import { placeKey, type Question, type RowOutcome } from '../../batch.js';
import { choicesOf, type Choices } from '../../choices.plan.js';
import type { ChangePlan, FieldChange, RowChange } from '../../change-plan.js';
import type { HowToRead, SentFile } from '../../reading/read-files.js';
import { ColumnPlaces, type PlacedSheet } from '../../reading/places.js';
import { RegistryStores } from '../../registry-stores.js';
import { registryMoved } from '../../roster-writer.js';
import type { BatchKind } from '../../batch-kind.js';
import type {
  Checked,
  KindField,
  ReadBatch,
  SheetKind,
  StoredBatch,
  Work,
} from '../../sheet-kind.js';
import type { SaidSheetsView } from '../said-sheets.view.js';
import { readTableFiles } from '../read-table-files.js';
import { personChoices } from './person-choices.js';
import { PeopleOfRows, type FoundRow, type StagedPerson } from './people-of-rows.js';
import { isRefused, type PersonSheet, type Worded } from './person-sheet.js';
import { meeting, type Asking } from './person-meeting.js';
import type { PersonRecord } from './person-table.js';
import { saidBefore } from './said-of-people.js';
import { personsMustStandOnce, refusedRows } from './person-issues.js';

/** What becomes of a row, and of its person after all of their rows. */
export interface PersonChange<State> extends RowChange {
  readonly staffId: number;
  readonly becomes: State;
}

export interface PersonPlan<State> extends ChangePlan {
  readonly rows: readonly PersonChange<State>[];
}

/** A row with what its person has before and after it. */
interface Step<State> {
  readonly row: FoundRow<unknown>;
  readonly before: State;
  readonly after: State;
  readonly refused: string | null;
  readonly asked: readonly Question[];
}

/** What sheets about people whom the registry has need of it. */
export interface PersonSheetParts {
  readonly people: PeopleOfRows;
  readonly stores: RegistryStores;
  readonly standsOn: StandsOn;
  readonly said: SaidSheetsView;
}

/** A sheet about people on its way in: nobody is added by it, and of a person only its own part is written. */
export class PersonSheetKind<Said, State> implements SheetKind<
  PersonRecord<Said>,
  StagedPerson<Said>,
  PersonPlan<State>
> {
  readonly kind: BatchKind;
  readonly byProvince = false;
  readonly fields: readonly KindField[];

  constructor(
    private readonly sheet: PersonSheet<Said, State>,
    private readonly parts: PersonSheetParts,
  ) {
    this.kind = sheet.kind;
    this.fields = sheet.fields;
  }

  read(files: readonly SentFile[], how: HowToRead) {
    return readTableFiles<PersonRecord<Said>>(files, this.sheet.kind, how);
  }

  async check(
    work: Work,
    { files, answers, setAside }: ReadBatch<PersonRecord<Said>>,
  ): Promise<Checked<StagedPerson<Said>>> {
    const places = placesOf(
      files.flatMap(({ name, sheets }) => sheets.map((each) => ({ file: name, ...each }))),
    );
    const records = files.flatMap(({ rows }) => rows.map(({ record }) => record));
    const staged = await this.parts.people.staged(work, records);
    const kept = staged.filter((row) => !setAside.has(placeKey(row)));
    const found = await this.parts.people.found(
      work,
      kept.map(({ record }) => record),
      { places, answers },
    );
    const steps = await this.steps(work, found.rows, { places, answers });
    return {
      rows: staged,
      issues: [
        ...found.issues,
        ...keptNotes(steps.flatMap(({ asked }) => asked)),
        ...(this.sheet.once ? personsMustStandOnce(found.rows, places) : []),
        ...refusedRows(steps),
      ],
      questions: [...found.questions, ...steps.flatMap(({ asked }) => asked)],
    };
  }

  async plan(work: Work, stored: StoredBatch<StagedPerson<Said>>): Promise<PersonPlan<State>> {
    const places = placesOf(stored.sheets);
    const found = await this.parts.people.found(
      work,
      stored.rows.map(({ record }) => record),
      { places, answers: stored.answers },
    );
    const { answers } = stored;
    const steps = await this.steps(work, found.rows, { places, answers });
    const isOpen = ({ answer }: Question): boolean => answer === null;
    const who = found.questions.filter(isOpen);
    const open = [...who, ...steps.flatMap(({ asked }) => asked.filter(isOpen))];
    const kept = keptNotes(steps.flatMap(({ asked }) => asked));
    const isLost = found.rows.length + who.length < stored.rows.length;
    if (isLost || steps.some(({ refused }) => refused !== null)) throw registryMoved(work.batch.id);
    const closed = await this.parts.people.partyManaged(
      work,
      found.rows.map(({ staffId }) => staffId),
    );
    return {
      rows: steps.map((step) => this.change(step, closed)),
      missing: [],
      questions: open,
      kept,
    };
  }

  async write(work: Work, plan: () => Promise<PersonPlan<State>>): Promise<RowOutcome[]> {
    const { rows } = await plan();
    const { manager, actor } = work;
    const { part } = this.sheet;
    const touched = [
      ...new Set(rows.filter(({ state }) => state !== 'unchanged').map(({ staffId }) => staffId)),
    ];
    const before = await this.parts.stores.images.take(manager, actor, touched);
    const last = new Map(rows.map((row) => [row.staffId, row.becomes]));
    const written = touched.map((staffId) => ({ staffId, state: last.get(staffId) as State }));
    await this.sheet.write(work, written);
    const after = await this.parts.stores.images.hashes(manager, actor, { staffIds: touched });
    if (touched.length > 0) await refreshStatistics(manager, [TABLES[part]]);
    return rows.map(({ file, sheet, row, state, staffId }) => {
      const [image, hashes] = [before.get(staffId), after.get(staffId)];
      return {
        ...{ file, sheet, row, state, staffId },
        before: image === undefined ? null : image[part],
        after: hashes === undefined ? null : { [part]: hashes[part] },
      };
    });
  }

  async choices(work: Work): Promise<Choices> {
    const rosters = choicesOf(await this.parts.people.contextOf(work));
    return personChoices(
      this.fields.map(({ field }) => field),
      rosters,
    );
  }

  async obstacles(
    { manager, actor, batch }: Work,
    rows: readonly RowOutcome[],
  ): Promise<readonly string[]> {
    const hashes = new Map(
      rows.flatMap(({ staffId, after }) =>
        staffId === null || after === null ? [] : [[staffId, after]],
      ),
    );
    const now = await this.parts.stores.images.hashes(manager, actor, {
      staffIds: [...hashes.keys()],
      like: [...hashes.values()][0] ?? null,
    });
    const { part } = this.sheet;
    const people = [...hashes].map(([staffId, after]) => ({
      ...{ staffId, added: false },
      changed: now.get(staffId)?.[part] === after[part] ? [] : [part],
    }));
    return this.parts.standsOn.onPeople(manager, actor, { batchId: batch.id, people });
  }

  async undo({ manager, actor }: Work, rows: readonly RowOutcome[]): Promise<void> {
    const { part } = this.sheet;
    const images = new Map(
      rows.flatMap(({ staffId, before }) =>
        staffId === null || before === null ? [] : [[staffId, before as object[]]],
      ),
    );
    const staffIds = [...images.keys()];
    await this.parts.stores.images.restorePart(manager, actor, {
      part,
      staffIds,
      rows: [...images.values()].flat(),
    });
    await refreshStatistics(manager, [TABLES[part]]);
  }

  /** What each row makes of its person, one after another. */
  private async steps(
    work: Work,
    rows: readonly FoundRow<unknown>[],
    asking: Asking,
  ): Promise<Step<State>[]> {
    const staffIds = [...new Set(rows.map(({ staffId }) => staffId))];
    const loaded = await this.sheet.load(work, staffIds);
    const before = await saidBefore(this.sheet, loaded, { work, staffIds, view: this.parts.said });
    const states = new Map(loaded);
    return rows.map((row) => {
      const own = states.get(row.staffId) ?? this.sheet.none;
      const value = row.record.value as Said | null;
      const after = value === null ? own : this.sheet.apply(own, value);
      if (isRefused(after))
        return { row, before: own, after: own, refused: after.refused, asked: [] };
      const said = before.get(row.staffId) ?? null;
      const met = meeting(this.sheet, { row, before: own, after, said }, asking);
      states.set(row.staffId, met.after);
      return { row, before: own, ...met, refused: null };
    });
  }

  private change(
    { row, before, after }: Step<State>,
    partyManaged: ReadonlySet<number>,
  ): PersonChange<State> {
    const { file, sheet, row: line } = row.record;
    const [was, is] = [this.sheet.words(before), this.sheet.words(after)];
    const facets = [...new Set([...was.keys(), ...is.keys()])];
    const changed = facets.filter((facet) => was.get(facet)?.text !== is.get(facet)?.text);
    const isClosed = partyManaged.has(row.staffId);
    return {
      ...{ file, sheet, row: line, staffId: row.staffId, becomes: after },
      state: changed.length === 0 ? 'unchanged' : was.size === 0 ? 'added' : 'changed',
      subject: row.fullName,
      changes: changed.map((facet) => this.fieldChange([was.get(facet), is.get(facet)], isClosed)),
    };
  }

  private fieldChange(
    [was, is]: readonly [Worded | undefined, Worded | undefined],
    partyManaged: boolean,
  ): FieldChange {
    const { label = '', field = '' } = is ?? was ?? {};
    const { classes = [], closed = false } = this.fields.find((each) => each.field === field) ?? {};
    return {
      ...{ field, label, classes, closed: partyManaged && closed },
      before: was?.text ?? null,
      after: is?.text ?? null,
    };
  }
}

const TABLES = {
  ratings: 'staff_ratings',
  languages: 'staff_languages',
  conditions: 'staff_conditions',
  wishes: 'wishes',
  postings: 'postings',
} as const satisfies Record<DetailPart, string>;

function placesOf(sheets: readonly PlacedSheet<string>[]): ColumnPlaces<string> {
  return new ColumnPlaces(sheets);
}
