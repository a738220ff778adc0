import { Module } from '@nestjs/common';
import { LawEditController } from './law-edit.controller.js';
import { LawEditService } from './law-edit.service.js';
import { LawController } from './law.controller.js';
import { LawLoader } from './law.loader.js';
import { LawService } from './law.service.js';
import { LawStore } from './law.store.js';
import { ReferenceStore } from './reference.store.js';

@Module({
  controllers: [LawController, LawEditController],
  providers: [LawEditService, LawLoader, LawService, LawStore, ReferenceStore],
  exports: [LawLoader, LawService, ReferenceStore],
})
export class LawModule {}
