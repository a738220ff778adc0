import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { MovementEffects } from './movement-effects.js';
import { MovementFactsView } from './movement-facts.view.js';
import { MovementListView } from './movement-list.view.js';
import { MovementPlanner } from './movement-planner.js';
import { MovementWriter } from './movement-writer.js';
import { MovementController } from './movement.controller.js';
import { MovementDesk, MovementService } from './movement.service.js';
import { MovementStore } from './movement.store.js';

@Module({
  imports: [LawModule, RegistryModule],
  controllers: [MovementController],
  providers: [
    MovementDesk,
    MovementEffects,
    MovementFactsView,
    MovementListView,
    MovementPlanner,
    MovementService,
    MovementStore,
    MovementWriter,
  ],
})
export class MovementModule {}
