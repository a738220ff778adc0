import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { ScenarioModule } from '../scenario/scenario.module.js';
import { MapController } from './map/map.controller.js';
import { MapFactsView } from './map/map-facts.view.js';
import { MapService } from './map/map.service.js';
import { MergerController } from './merger.controller.js';
import { MergerFactsView } from './merger-facts.view.js';
import { NewMergerController } from './new-merger.controller.js';
import { MergerService } from './merger.service.js';
import { PlanUnitsView } from './plan-units.view.js';

@Module({
  imports: [LawModule, RegistryModule, ScenarioModule],
  controllers: [MapController, MergerController, NewMergerController],
  providers: [MapFactsView, MapService, MergerFactsView, MergerService, PlanUnitsView],
  exports: [MapService, MergerFactsView, MergerService],
})
export class MergerModule {}
