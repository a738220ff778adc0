import { Module } from '@nestjs/common';
import { MergerModule } from '../merger/merger.module.js';
import { PlacementModule } from '../placement/placement.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { ScenarioModule } from '../scenario/scenario.module.js';
import { ApplicationController } from './application.controller.js';
import { ApplicationService, ScenarioStores } from './application.service.js';
import { LaterActsModule } from './later-acts.module.js';
import { RegistryWriter } from './registry-writer.js';

@Module({
  imports: [LaterActsModule, MergerModule, PlacementModule, RegistryModule, ScenarioModule],
  controllers: [ApplicationController],
  providers: [ApplicationService, RegistryWriter, ScenarioStores],
  exports: [ApplicationService],
})
export class DecisionModule {}
