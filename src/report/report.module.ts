import { Module, type DynamicModule } from '@nestjs/common';
import { ScenarioModule } from '../scenario/scenario.module.js';
import { ReportSettings } from './report-settings.js';
import { ReportController } from './report.controller.js';
import { ReportService } from './report.service.js';

@Module({})
export class ReportModule {
  /** @param demo the people are invented, and every workbook says so. */
  static forData({ demo }: { readonly demo: boolean }): DynamicModule {
    return {
      module: ReportModule,
      imports: [ScenarioModule],
      controllers: [ReportController],
      providers: [{ provide: ReportSettings, useValue: new ReportSettings(demo) }, ReportService],
      exports: [ReportService],
    };
  }
}
