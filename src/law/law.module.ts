import { Module } from '@nestjs/common';
import { LawDraftController } from './law-draft.controller.js';
import { LawDraftService } from './law-draft.service.js';
import { LawDraftStore } from './law-draft.store.js';
import { LawEditController } from './law-edit.controller.js';
import { LawEditService } from './law-edit.service.js';
import { LawController } from './law.controller.js';
import { LawKeyStore } from './law-key.store.js';
import { LawWriter } from './law-writer.js';
import { LawLoader } from './law.loader.js';
import { LawService } from './law.service.js';
import { LawStore } from './law.store.js';
import { ReferenceStore } from './reference.store.js';

@Module({
  controllers: [LawController, LawEditController, LawDraftController],
  providers: [
    ...[LawDraftService, LawDraftStore, LawEditService, LawKeyStore, LawLoader, LawService],
    ...[LawStore, LawWriter, ReferenceStore],
  ],
  exports: [
    LawDraftService,
    LawKeyStore,
    LawLoader,
    LawService,
    LawStore,
    LawWriter,
    ReferenceStore,
  ],
})
export class LawModule {}
