import { Module } from '@nestjs/common';
import { LimitsModule } from '../limits/limits.module.js';
import { PlacementModule } from '../placement/placement.module.js';
import { ScenarioModule } from '../scenario/scenario.module.js';
import { ComparedRunsReader } from './compared-runs.js';
import { ComparisonController } from './comparison.controller.js';
import { ComparisonService } from './comparison.service.js';
import { ParetoService } from './pareto.service.js';

@Module({
  imports: [LimitsModule, PlacementModule, ScenarioModule],
  controllers: [ComparisonController],
  providers: [ComparedRunsReader, ComparisonService, ParetoService],
  exports: [ComparisonService],
})
export class ComparisonModule {}
