import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { ScenarioModule } from '../scenario/scenario.module.js';
import { AnswersController } from './answers/answers.controller.js';
import { AnswersService } from './answers/answers.service.js';
import { AskedRunView } from './answers/asked-run.view.js';
import { PriceThread } from './answers/price-thread.js';
import { MergerModule } from '../merger/merger.module.js';
import { RunChangesController } from './changes/run-changes.controller.js';
import { RunChangesService, RunReading } from './changes/run-changes.service.js';
import { RunFactsView } from './changes/run-facts.view.js';
import { PinsController } from './pinning/pins.controller.js';
import { PulseController } from './pinning/pulse.controller.js';
import { PinsService } from './pinning/pins.service.js';
import { PlacementController } from './placement.controller.js';
import { PlacementService, RunReferences } from './placement.service.js';
import { ProposalPageView } from './proposal-page.view.js';
import { RunStore } from './run.store.js';
import { JobEvents } from './run-jobs/job-events.js';
import { RunJobsController } from './run-jobs/run-jobs.controller.js';
import { JobDesk, RunJobsService } from './run-jobs/run-jobs.service.js';
import { PlacementThread } from './worker/placement-thread.js';

@Module({
  imports: [LawModule, MergerModule, ScenarioModule],
  controllers: [
    PlacementController,
    AnswersController,
    PinsController,
    PulseController,
    RunChangesController,
    RunJobsController,
  ],
  providers: [
    AnswersService,
    AskedRunView,
    JobDesk,
    JobEvents,
    PinsService,
    PlacementService,
    PlacementThread,
    PriceThread,
    ProposalPageView,
    RunChangesService,
    RunFactsView,
    RunJobsService,
    RunReading,
    RunReferences,
    RunStore,
  ],
  exports: [PlacementService, RunStore, AnswersService],
})
export class PlacementModule {}
