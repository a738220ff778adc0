import { Module } from '@nestjs/common';
import { MergerModule } from '../merger/merger.module.js';
import { PlacementModule } from '../placement/placement.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { ScenarioModule } from '../scenario/scenario.module.js';
import { LawModule } from '../law/law.module.js';
import { AgreementController } from './agreement/agreement.controller.js';
import { AgreementParts, AgreementService } from './agreement/agreement.service.js';
import { AgreementStore } from './agreement/agreement.store.js';
import { ApprovalParts, ApprovalService } from './approval.service.js';
import { DecidedRun } from './decided-run.js';
import { ApplicationController } from './application.controller.js';
import { ApplicationService, ScenarioStores } from './application.service.js';
import { LaterActsModule } from './later-acts.module.js';
import { HandOver } from './person/hand-over.js';
import { PersonActStore } from './person/person-act.store.js';
import { PersonActParts, PersonActsService } from './person/person-acts.service.js';
import { PersonStatesController } from './person/person-states.controller.js';
import { PersonStatesService } from './person/person-states.service.js';
import { PersonStatesView } from './person/person-states.view.js';
import { PoolController } from './pool/pool.controller.js';
import { PoolParts, PoolService } from './pool/pool.service.js';
import { PoolStore } from './pool/pool.store.js';
import { PreflightService } from './preflight.service.js';
import { RebaseController } from './rebase/rebase.controller.js';
import { RebaseService } from './rebase/rebase.service.js';
import { RebaseView } from './rebase/rebase.view.js';
import { RegistryWriter } from './registry-writer.js';
import { ScheduleController } from './schedule/schedule.controller.js';
import { ScheduleParts, ScheduleService } from './schedule/schedule.service.js';

@Module({
  imports: [
    LaterActsModule,
    LawModule,
    MergerModule,
    PlacementModule,
    RegistryModule,
    ScenarioModule,
  ],
  controllers: [
    AgreementController,
    ApplicationController,
    PersonStatesController,
    PoolController,
    RebaseController,
    ScheduleController,
  ],
  providers: [
    AgreementParts,
    AgreementService,
    AgreementStore,
    ApplicationService,
    ApprovalParts,
    ApprovalService,
    DecidedRun,
    HandOver,
    PersonActParts,
    PersonActsService,
    PersonActStore,
    PersonStatesService,
    PersonStatesView,
    PoolParts,
    PoolService,
    PoolStore,
    PreflightService,
    RebaseService,
    RebaseView,
    RegistryWriter,
    ScenarioStores,
    ScheduleParts,
    ScheduleService,
  ],
  exports: [
    AgreementService,
    ApplicationService,
    ApprovalService,
    PersonStatesService,
    PoolService,
  ],
})
export class DecisionModule {}
