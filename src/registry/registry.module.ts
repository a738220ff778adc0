import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { AliasStore } from './alias.store.js';
import { ConditionChangeStore } from './condition-change.store.js';
import { EstablishmentStore } from './establishment.store.js';
import { PeoplePageView } from './people-page.view.js';
import { PeopleView } from './people.view.js';
import { PersonController } from './person/person.controller.js';
import { PersonService } from './person/person.service.js';
import { PersonView } from './person/person.view.js';
import { PersonImageStore } from './person-image.store.js';
import { PositionStore } from './position.store.js';
import { PostingChangeStore } from './posting-change.store.js';
import { PostingStore } from './posting.store.js';
import { RegistryController } from './registry.controller.js';
import { RegistryLoader } from './registry.loader.js';
import { ProvinceController } from './province.controller.js';
import { ProvinceService } from './province.service.js';
import { RegistryRowsStore } from './registry-rows.store.js';
import { RegistryService } from './registry.service.js';
import { SpellingLoader } from './spelling.loader.js';
import { StaffConditionStore } from './staff-condition.store.js';
import { StaffStore } from './staff.store.js';
import { SuccessionStore } from './succession.store.js';
import { UnitStore } from './unit.store.js';

const STORES = [
  AliasStore,
  ConditionChangeStore,
  EstablishmentStore,
  PeopleView,
  PersonImageStore,
  PositionStore,
  PostingChangeStore,
  PostingStore,
  RegistryRowsStore,
  StaffConditionStore,
  StaffStore,
  SuccessionStore,
  UnitStore,
];

@Module({
  imports: [LawModule],
  controllers: [PersonController, ProvinceController, RegistryController],
  providers: [
    ...STORES,
    PeoplePageView,
    PersonService,
    PersonView,
    ProvinceService,
    RegistryLoader,
    RegistryService,
    SpellingLoader,
  ],
  exports: [...STORES, PersonView, ProvinceService, SpellingLoader],
})
export class RegistryModule {}
