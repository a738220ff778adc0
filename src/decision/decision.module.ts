import { Module } from '@nestjs/common';
import { MergerModule } from '../merger/merger.module.js';
import { PlacementModule } from '../placement/placement.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { ScenarioModule } from '../scenario/scenario.module.js';
import { LawModule } from '../law/law.module.js';
import { AgreementController } from './agreement/agreement.controller.js';
import { AgreementParts, AgreementService } from './agreement/agreement.service.js';
import { AgreementStore } from './agreement/agreement.store.js';
import { ApprovalService } from './approval.service.js';
import { DecidedRun } from './decided-run.js';
import { ApplicationController } from './application.controller.js';
import { ApplicationService, ScenarioStores } from './application.service.js';
import { LaterActsModule } from './later-acts.module.js';
import { PreflightService } from './preflight.service.js';
import { RegistryWriter } from './registry-writer.js';

@Module({
  imports: [
    LaterActsModule,
    LawModule,
    MergerModule,
    PlacementModule,
    RegistryModule,
    ScenarioModule,
  ],
  controllers: [AgreementController, ApplicationController],
  providers: [
    AgreementParts,
    AgreementService,
    AgreementStore,
    ApplicationService,
    ApprovalService,
    DecidedRun,
    PreflightService,
    RegistryWriter,
    ScenarioStores,
  ],
  exports: [AgreementService, ApplicationService, ApprovalService],
})
export class DecisionModule {}
