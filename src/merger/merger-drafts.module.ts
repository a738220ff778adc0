import { Global, Module } from '@nestjs/common';
import { MergerDrafts } from '../registry/merger-drafts.js';
import { RegistryModule } from '../registry/registry.module.js';
import { ScenarioModule } from '../scenario/scenario.module.js';
import { MergerModule } from './merger.module.js';
import { ScenarioDrafts } from './scenario-drafts.js';

/** Makes plans for earlier stages, which may not import this one. */
@Global()
@Module({
  imports: [MergerModule, RegistryModule, ScenarioModule],
  providers: [{ provide: MergerDrafts, useClass: ScenarioDrafts }],
  exports: [MergerDrafts],
})
export class MergerDraftsModule {}
