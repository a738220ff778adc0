import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { BatchRowsStore } from './batch-rows.store.js';
import { BatchViewService } from './batch-view.service.js';
import { PromotionController } from './promotion.controller.js';
import { UploadsInWork } from './progress.js';
import { RepairController } from './repair.controller.js';
import { RepairService } from './repair.service.js';
import { RowsView } from './rows.view.js';
import { BatchStore } from './batch.store.js';
import { CatalogueView } from './catalogue.view.js';
import { CheckRulesView } from './check-rules.view.js';
import { RosterMovesView } from './roster-moves.view.js';
import { FitAndSeatsView } from './fit-and-seats.view.js';
import { KnownPeopleView } from './known-people.view.js';
import { MarkedFileController } from './marked-file.controller.js';
import { MarkedFileService } from './marked-file.service.js';
import { PromotionService } from './promotion.service.js';
import { RegistryStores } from './registry-stores.js';
import { RepairStore } from './repair.store.js';
import { RosterComparison } from './roster-comparison.js';
import { RosterContextView } from './roster-context.view.js';
import { RosterWriter } from './roster-writer.js';
import { RosterController } from './roster.controller.js';
import { NewPeopleStore } from './new-people.store.js';
import { RosterKind } from './roster.kind.js';
import { RosterPromotion, StagedRows } from './roster-promotion.js';
import { RosterViews } from './roster-views.js';
import { RowFactsView } from './row-facts.view.js';
import { SaidBeforeView } from './said-before.view.js';
import { BatchStores, RosterService } from './roster.service.js';
import { SheetKinds } from './sheet-kinds.js';
import { Staging } from './staging.js';
import { ConditionsSheet } from './tables/people/conditions.sheet.js';
import { PeopleOfRows } from './tables/people/people-of-rows.js';
import { SaidSheetsView } from './tables/said-sheets.view.js';
import { PersonKinds, PersonSheets } from './tables/people/person-kinds.js';
import { RatingsSheet } from './tables/people/ratings.sheet.js';
import { ParametersKind } from './tables/law/parameters.kind.js';
import { MergerKind } from './tables/merger/merger.kind.js';
import { ThingContextView } from './tables/things/thing-context.view.js';
import { ThingKinds } from './tables/things/thing-kinds.js';
import { ThingWriter } from './tables/things/thing-writer.js';
import { Clock, SystemClock } from '../shared/clock.js';
import { CampaignController } from './campaign/campaign.controller.js';
import { CampaignService } from './campaign/campaign.service.js';
import { CampaignStore } from './campaign/campaign.store.js';
import { WishesSheet } from './tables/people/wishes.sheet.js';

const BATCHES = [BatchRowsStore, BatchStore, BatchStores, RepairStore, SheetKinds, Staging];
const ROSTERS = [
  ...[
    CatalogueView,
    CheckRulesView,
    RosterMovesView,
    FitAndSeatsView,
    KnownPeopleView,
    RosterContextView,
    RosterViews,
  ],
  ...[NewPeopleStore, RegistryStores, RosterComparison, RosterKind, RosterPromotion],
  ...[RosterWriter, RowFactsView, SaidBeforeView, StagedRows],
];

const SERVICES = [
  ...[BatchViewService, MarkedFileService, PromotionService, RepairService, RosterService],
  ...[RowsView, UploadsInWork],
];

const PEOPLE = [
  ...[PeopleOfRows, PersonKinds, PersonSheets, SaidSheetsView],
  ...[ConditionsSheet, RatingsSheet, WishesSheet],
];

const CAMPAIGNS = [CampaignService, CampaignStore, { provide: Clock, useClass: SystemClock }];

const THINGS = [MergerKind, ParametersKind, ThingContextView, ThingKinds, ThingWriter];

@Module({
  imports: [LawModule, RegistryModule],
  controllers: [
    CampaignController,
    MarkedFileController,
    PromotionController,
    RepairController,
    RosterController,
  ],
  providers: [...CAMPAIGNS, ...BATCHES, ...ROSTERS, ...PEOPLE, ...THINGS, ...SERVICES],
  exports: [
    CampaignService,
    ThingContextView,
    PersonSheets,
    PromotionService,
    RegistryStores,
    RepairService,
    RosterContextView,
    RosterService,
  ],
})
export class RosterModule {}
