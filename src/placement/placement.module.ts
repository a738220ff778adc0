import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { ScenarioModule } from '../scenario/scenario.module.js';
import { PlacementController } from './placement.controller.js';
import { PlacementService, RunReferences } from './placement.service.js';
import { ProposalPageView } from './proposal-page.view.js';
import { RunStore } from './run.store.js';
import { PlacementThread } from './worker/placement-thread.js';

@Module({
  imports: [LawModule, ScenarioModule],
  controllers: [PlacementController],
  providers: [PlacementService, PlacementThread, ProposalPageView, RunReferences, RunStore],
  exports: [PlacementService, RunStore],
})
export class PlacementModule {}
