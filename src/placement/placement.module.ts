import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { ScenarioModule } from '../scenario/scenario.module.js';
import { AnswersController } from './answers/answers.controller.js';
import { AnswersService } from './answers/answers.service.js';
import { AskedRunView } from './answers/asked-run.view.js';
import { PriceThread } from './answers/price-thread.js';
import { PlacementController } from './placement.controller.js';
import { PlacementService, RunReferences } from './placement.service.js';
import { ProposalPageView } from './proposal-page.view.js';
import { RunStore } from './run.store.js';
import { PlacementThread } from './worker/placement-thread.js';

@Module({
  imports: [LawModule, ScenarioModule],
  controllers: [PlacementController, AnswersController],
  providers: [
    AnswersService,
    AskedRunView,
    PlacementService,
    PlacementThread,
    PriceThread,
    ProposalPageView,
    RunReferences,
    RunStore,
  ],
  exports: [PlacementService, RunStore],
})
export class PlacementModule {}
