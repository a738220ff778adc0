import { Injectable } from '@nestjs/common';
import { StandsOn } from '../../../registry/stands-on.js';
import { RegistryStores } from '../../registry-stores.js';
import type { SheetKind } from '../../sheet-kind.js';
import { SaidSheetsView } from '../said-sheets.view.js';
import { ConditionsSheet } from './conditions.sheet.js';
import { PeopleOfRows } from './people-of-rows.js';
import { PersonSheetKind } from './person-sheet.kind.js';
import { RatingsSheet } from './ratings.sheet.js';
import { WishesSheet } from './wishes.sheet.js';

/** What sheets about people say. */
@Injectable()
export class PersonSheets {
  constructor(
    readonly wishes: WishesSheet,
    readonly ratings: RatingsSheet,
    readonly conditions: ConditionsSheet,
  ) {}
}

/** The kinds of sheets about people whom the registry has. */
@Injectable()
export class PersonKinds {
  readonly all: readonly SheetKind[];

  constructor(
    { wishes, ratings, conditions }: PersonSheets,
    people: PeopleOfRows,
    stores: RegistryStores,
    standsOn: StandsOn,
    said: SaidSheetsView,
  ) {
    const parts = { people, stores, standsOn, said };
    this.all = [
      new PersonSheetKind(wishes, parts),
      new PersonSheetKind(ratings, parts),
      new PersonSheetKind(conditions, parts),
    ];
  }
}
