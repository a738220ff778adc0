import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { operatorOf } from '../../shared/actor.js';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';
import { LawKeyStore } from '../../law/law-key.store.js';
import { LawStore } from '../../law/law.store.js';
import { PersonSheets } from '../../roster/tables/people/person-kinds.js';
import type { Work } from '../../roster/sheet-kind.js';
import { ThingContextView } from '../../roster/tables/things/thing-context.view.js';
import type { ThingSheet } from '../../roster/tables/things/thing-sheet.js';
import {
  NORMS,
  POSITIONS,
  POSITION_SUCCESSIONS,
  SEATS,
  UNITS,
} from '../../roster/tables/things/things.js';
import { findRosterPeople } from '../roster/roster-people.view.js';
import type { RosterPerson } from '../roster/roster-person.js';
import {
  conditionRows,
  NEEDED,
  personColumns,
  type PersonSheetName,
  ratingRow,
  wishRow,
} from './person-forms.js';
import type { Form, FormRow } from './sheet-form.js';
import type { SheetAsked, SheetName } from './sheet-asked.js';
import { parameterForm } from './parameter-form.js';
import { mergerForms, thingForm, type FormWords, type StoredThing } from './thing-forms.js';

interface Asked extends Pick<SheetAsked, 'kind' | 'on' | 'unit'> {
  /** Keys of the columns that were chosen. */
  readonly shown: ReadonlySet<string>;
  readonly closedScope: boolean;
}

const THINGS: Readonly<Partial<Record<SheetName, readonly (readonly [ThingSheet, FormWords])[]>>> =
  {
    units: [[UNITS, words('Đơn vị', 'DANH SÁCH ĐƠN VỊ')]],
    positions: [
      [POSITIONS, words('Danh mục', 'DANH MỤC VỊ TRÍ VIỆC LÀM')],
      [POSITION_SUCCESSIONS, words('Chuyển đổi', 'CHUYỂN ĐỔI VỊ TRÍ VIỆC LÀM')],
    ],
    seats: [
      [SEATS, words('Chỉ tiêu', 'CHỈ TIÊU THEO VỊ TRÍ VIỆC LÀM')],
      [NORMS, words('Biên chế', 'BIÊN CHẾ ĐƯỢC GIAO THEO KHỐI')],
    ],
  };
const PERSON_WORDS: Readonly<Record<PersonSheetName, FormWords>> = {
  wishes: words('Nguyện vọng', 'NGUYỆN VỌNG CỦA CÁN BỘ, CÔNG CHỨC'),
  ratings: words('Xếp loại', 'KẾT QUẢ XẾP LOẠI CHẤT LƯỢNG'),
  conditions: words('Trường hợp', 'TRƯỜNG HỢP CHƯA ĐƯỢC ĐIỀU ĐỘNG'),
};

/** What the registry has for each kind of sheet. */
@Injectable()
export class FormSources {
  constructor(
    private readonly context: ThingContextView,
    private readonly people: PersonSheets,
    private readonly law: LawStore,
    private readonly keys: LawKeyStore,
  ) {}

  async forms(manager: EntityManager, actor: Actor, asked: Asked): Promise<Form[]> {
    const { kind, on } = asked;
    if (kind === 'wishes' || kind === 'ratings' || kind === 'conditions')
      return [await this.ofPeople(manager, actor, { ...asked, kind })];
    if (kind === 'parameters') {
      const own = words('Tham số', 'THAM SỐ QUY ĐỊNH');
      const keys = await this.keys.all(manager);
      const rows = await this.law.allStanding(manager);
      return [parameterForm(own, { rows, keys, on, provinceCode: actor.provinceCode })];
    }
    const names = await this.context.names(manager, actor);
    if (kind === 'merger') {
      const units = names.unitsOn(on).filter(({ kind: own }) => !PARTS.has(own));
      return mergerForms((name) => words(name, `PHƯƠNG ÁN SÁP NHẬP: ${name.toUpperCase()}`), units);
    }
    const forms: Form[] = [];
    for (const [thing, own] of THINGS[kind] ?? []) {
      const { table } = thing;
      const rows = await this.context.rows.all(manager, actor, { table, lock: false });
      const stored = rows.map((row) => ({ id: row.id, values: thing.valuesOf(row, names) }));
      const below = asked.unit === null ? null : names.below(asked.unit, on);
      const things = stored.filter((each) => isOn(each, on) && isIn(each, below));
      forms.push(thingForm(own, thing, { things: sorted(things, thing), names }));
    }
    return forms;
  }

  private async ofPeople(
    manager: EntityManager,
    actor: Actor,
    { kind, on, unit, shown, closedScope }: Asked & { readonly kind: PersonSheetName },
  ): Promise<Form> {
    const year = Number(on.slice(0, 4));
    const sheet = this.people[kind];
    const all = personColumns(kind, sheet.fields, year);
    // without what it is about the sheet would say that there is none of it
    const isBlank = NEEDED[kind].some((field) => !shown.has(field));
    const columns = all.filter(({ key }) => shown.has(key) || isBlank);
    const found = isBlank ? [] : await findRosterPeople(manager, actor, { on, unit });
    const people = found.filter(({ closed }) => kind !== 'ratings' || closedScope || !closed);
    const inSheet = new Set(columns.map(({ key }) => key));
    const asked = { kind, people, shown: inSheet };
    const rows = await this.personRows(work(manager, actor, on), asked);
    return { ...PERSON_WORDS[kind], columns, rows };
  }

  private async personRows(
    asked: Work,
    {
      kind,
      people,
      shown,
    }: {
      readonly kind: PersonSheetName;
      readonly people: readonly RosterPerson[];
      readonly shown: ReadonlySet<string>;
    },
  ): Promise<FormRow[]> {
    const ids = people.map(({ staffId }) => staffId);
    if (kind === 'conditions') {
      const of = await this.people.conditions.load(asked, ids);
      return people.flatMap((person) => conditionRows(person, of.get(person.staffId) ?? []));
    }
    if (kind === 'wishes') {
      const { wishes } = this.people;
      const of = await wishes.load(asked, ids);
      return people.map((person) => {
        const wish = of.get(person.staffId) ?? null;
        return wishRow(person, wish, { words: wishes.words(wish), shown });
      });
    }
    const { ratings } = this.people;
    const of = await ratings.load(asked, ids);
    return people.map((person) => {
      const own = of.get(person.staffId) ?? {};
      return ratingRow(person, own, { words: ratings.words(own), shown });
    });
  }
}

/** Parts of a unit go with it. */
const PARTS = new Set([
  ...['province', 'office', 'economic', 'culture-society', 'service-centre'],
  ...['military-command', 'party', 'front', 'public-service'],
]);

function words(name: string, title: string): FormWords {
  return { name, title, about: 'Điền, sửa rồi gửi lại ở trang Nhập danh sách.' };
}

/** What a sheet asks of a batch, before there is one. */
function work(manager: EntityManager, actor: Actor, on: Day): Work {
  const { id } = operatorOf(actor.provinceCode);
  return {
    ...{ manager, actor, writes: false },
    batch: {
      ...{ id: 0, kind: 'wishes', sender: '', asOf: on, state: 'staged', version: 0 },
      ...{ createdBy: id, mapping: [] },
    },
  };
}

function isOn({ values }: StoredThing, day: Day): boolean {
  const [first, last] = [values['starts_on'], values['last_on']] as (Day | null | undefined)[];
  return (first == null || first <= day) && (last == null || last >= day);
}

function isIn({ values }: StoredThing, below: ReadonlySet<string> | null): boolean {
  const code = values['unit_code'] ?? ('kind' in values ? values['code'] : undefined);
  return below === null || code === undefined || below.has(String(code));
}

function sorted(things: readonly StoredThing[], thing: ThingSheet): StoredThing[] {
  const key = ({ values }: StoredThing): string => thing.keyOf(values);
  return [...things].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
