import { Module } from '@nestjs/common';
import { LawController } from './law.controller.js';
import { LawLoader } from './law.loader.js';
import { LawService } from './law.service.js';
import { LawStore } from './law.store.js';
import { ReferenceStore } from './reference.store.js';

@Module({
  controllers: [LawController],
  providers: [LawLoader, LawService, LawStore, ReferenceStore],
  exports: [LawLoader, LawService, ReferenceStore],
})
export class LawModule {}
