import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { ScenarioModule } from '../scenario/scenario.module.js';
import { MergerController } from './merger.controller.js';
import { MergerFactsView } from './merger-facts.view.js';
import { NewMergerController } from './new-merger.controller.js';
import { MergerService } from './merger.service.js';

@Module({
  imports: [LawModule, RegistryModule, ScenarioModule],
  controllers: [MergerController, NewMergerController],
  providers: [MergerFactsView, MergerService],
  exports: [MergerFactsView, MergerService],
})
export class MergerModule {}
