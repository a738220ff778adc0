import { Module } from '@nestjs/common';
import { DecisionModule } from '../decision/decision.module.js';
import { GapModule } from '../gap/gap.module.js';
import { LawModule } from '../law/law.module.js';
import { MergerModule } from '../merger/merger.module.js';
import { PlacementModule } from '../placement/placement.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { RosterModule } from '../roster/roster.module.js';
import { ScenarioModule } from '../scenario/scenario.module.js';
import { JobFigures } from './job-figures.js';
import { PersonDataService } from './person-data/person-data.service.js';
import { ClosingStages, RosterStages, WholeJob } from './whole-job.js';

@Module({
  imports: [
    DecisionModule,
    GapModule,
    LawModule,
    MergerModule,
    PlacementModule,
    RegistryModule,
    RosterModule,
    ScenarioModule,
  ],
  providers: [ClosingStages, JobFigures, PersonDataService, RosterStages, WholeJob],
  exports: [JobFigures, WholeJob],
})
export class TerminalModule {}
