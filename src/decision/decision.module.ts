import { Module } from '@nestjs/common';
import { MergerModule } from '../merger/merger.module.js';
import { PlacementModule } from '../placement/placement.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { StandsOn } from '../registry/stands-on.js';
import { ScenarioModule } from '../scenario/scenario.module.js';
import { ApplicationController } from './application.controller.js';
import { ApplicationService, ScenarioStores } from './application.service.js';
import { LaterActs } from './later-acts.js';
import { RegistryWriter } from './registry-writer.js';

@Module({
  imports: [MergerModule, PlacementModule, RegistryModule, ScenarioModule],
  controllers: [ApplicationController],
  providers: [
    ApplicationService,
    RegistryWriter,
    ScenarioStores,
    { provide: StandsOn, useClass: LaterActs },
  ],
  exports: [ApplicationService],
})
export class DecisionModule {}
