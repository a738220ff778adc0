import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { BatchStore } from './batch.store.js';
import { MarkedFileController } from './marked-file.controller.js';
import { MarkedFileService } from './marked-file.service.js';
import { PromotedRowsView } from './promoted-rows.view.js';
import { PromotionService, RegistryStores } from './promotion.service.js';
import { RosterContextView } from './roster-context.view.js';
import { RosterController } from './roster.controller.js';
import { RosterService } from './roster.service.js';

@Module({
  imports: [LawModule, RegistryModule],
  controllers: [RosterController, MarkedFileController],
  providers: [
    BatchStore,
    MarkedFileService,
    PromotedRowsView,
    PromotionService,
    RegistryStores,
    RosterContextView,
    RosterService,
  ],
  exports: [PromotionService, RosterService],
})
export class RosterModule {}
