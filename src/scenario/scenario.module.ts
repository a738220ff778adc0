import { Module } from '@nestjs/common';
import { FactStore } from './fact.store.js';
import { ScenarioService } from './scenario.service.js';
import { ScenarioStore } from './scenario.store.js';

@Module({
  providers: [FactStore, ScenarioService, ScenarioStore],
  exports: [ScenarioService, ScenarioStore],
})
export class ScenarioModule {}
