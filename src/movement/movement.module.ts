import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { Clock, SystemClock } from '../shared/clock.js';
import { PersonEventController } from './event/person-event.controller.js';
import { EventFacts, PersonEventService } from './event/person-event.service.js';
import { PersonEventStore } from './event/person-event.store.js';
import { GapPlanController, SpecialistRequestController } from './gap-plan/gap-plan.controller.js';
import { GapPlanService } from './gap-plan/gap-plan.service.js';
import { GapPlanStore } from './gap-plan/gap-plan.store.js';
import { SpecialistRequestService } from './gap-plan/specialist-request.service.js';
import { SpecialistRequestStore } from './gap-plan/specialist-request.store.js';
import { MovementEffects } from './movement-effects.js';
import { MovementFactsView } from './movement-facts.view.js';
import { MovementListView } from './movement-list.view.js';
import { MovementPlanner } from './movement-planner.js';
import { MovementWriter } from './movement-writer.js';
import { MovementController } from './movement.controller.js';
import { MovementDesk, MovementService } from './movement.service.js';
import { MovementStore } from './movement.store.js';
import { KeptSolves } from './secondment/kept-solves.js';
import { SecondmentController } from './secondment/secondment.controller.js';
import { SecondmentService } from './secondment/secondment.service.js';
import { WishController } from './wish/wish.controller.js';
import { WishRecordStore } from './wish/wish-record.store.js';
import { WishService, WishStores } from './wish/wish.service.js';

@Module({
  imports: [LawModule, RegistryModule],
  controllers: [
    GapPlanController,
    PersonEventController,
    MovementController,
    SecondmentController,
    SpecialistRequestController,
    WishController,
  ],
  providers: [
    EventFacts,
    PersonEventService,
    PersonEventStore,
    GapPlanService,
    KeptSolves,
    SecondmentService,
    GapPlanStore,
    SpecialistRequestService,
    SpecialistRequestStore,
    MovementDesk,
    MovementEffects,
    MovementFactsView,
    MovementListView,
    MovementPlanner,
    MovementService,
    MovementStore,
    { provide: Clock, useClass: SystemClock },
    MovementWriter,
    WishRecordStore,
    WishService,
    WishStores,
  ],
  exports: [GapPlanService, MovementListView, SecondmentService, SpecialistRequestStore],
})
export class MovementModule {}
