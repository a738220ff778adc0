import { Module } from '@nestjs/common';
import { FactStore } from './fact.store.js';
import { PinStore } from './pin.store.js';
import { Redrawing } from './redrawing.js';
import { ScenarioService } from './scenario.service.js';
import { ScenarioStore } from './scenario.store.js';

@Module({
  providers: [FactStore, PinStore, Redrawing, ScenarioService, ScenarioStore],
  exports: [PinStore, Redrawing, ScenarioService, ScenarioStore],
})
export class ScenarioModule {}
