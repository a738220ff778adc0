import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { DatabaseModule } from './database/database.module.js';
import type { OpenDatabase } from './database/open-database.js';
import { DecisionModule } from './decision/decision.module.js';
import { GapModule } from './gap/gap.module.js';
import { LawModule } from './law/law.module.js';
import { MergerModule } from './merger/merger.module.js';
import { PlacementModule } from './placement/placement.module.js';
import { RegistryModule } from './registry/registry.module.js';
import { ReportModule } from './report/report.module.js';
import { RosterModule } from './roster/roster.module.js';
import { ScenarioModule } from './scenario/scenario.module.js';
import { SiteModule } from './site/site.module.js';
import { TerminalModule } from './terminal/terminal.module.js';

const STAGES = [
  SiteModule,
  LawModule,
  RegistryModule,
  RosterModule,
  ScenarioModule,
  MergerModule,
  PlacementModule,
  DecisionModule,
  GapModule,
  TerminalModule,
];

export interface AppOptions {
  readonly provinceCode: string;
  /** The people are invented: every page and workbook says so. */
  readonly demo: boolean;
}

/** The whole program over an open database, for one province. */
@Module({})
export class AppModule {
  static over(database: OpenDatabase, { provinceCode, demo }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.over(database),
        AccessModule.forProvince(provinceCode),
        ReportModule.forData({ demo }),
        ...STAGES,
      ],
    };
  }
}
