import { Module } from '@nestjs/common';
import { FactStore } from './fact.store.js';
import { PinStore } from './pin.store.js';
import { ScenarioService } from './scenario.service.js';
import { ScenarioStore } from './scenario.store.js';

@Module({
  providers: [FactStore, PinStore, ScenarioService, ScenarioStore],
  exports: [PinStore, ScenarioService, ScenarioStore],
})
export class ScenarioModule {}
