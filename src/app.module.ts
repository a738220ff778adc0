import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { Installation } from './access/installation.js';
import { OidcSource } from './access/oidc/oidc-client.js';
import { AuditModule } from './audit/audit.module.js';
import { auditInMemory, type AuditOptions } from './audit/open-audit.js';
import { ComparisonModule } from './comparison/comparison.module.js';
import { DatabaseModule } from './database/database.module.js';
import type { OpenDatabase } from './database/open-database.js';
import { DecisionModule } from './decision/decision.module.js';
import { ContinuityModule } from './forecast/continuity/continuity.module.js';
import { EffectModule } from './effect/effect.module.js';
import { ForecastModule } from './forecast/forecast.module.js';
import { GapModule } from './gap/gap.module.js';
import { type JobOptions, JobSettings, WORKS_NO_JOBS } from './jobs/job-settings.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LawModule } from './law/law.module.js';
import { LetterModule } from './letter/letter.module.js';
import { LimitsModule } from './limits/limits.module.js';
import { MergerDraftsModule } from './merger/merger-drafts.module.js';
import { MergerModule } from './merger/merger.module.js';
import { MovementModule } from './movement/movement.module.js';
import { PayoutModule } from './payout/payout.module.js';
import { PlacementModule } from './placement/placement.module.js';
import { RegistryModule } from './registry/registry.module.js';
import { ReportModule } from './report/report.module.js';
import { SignedRostersModule } from './roster/campaign/signed-rosters.module.js';
import { RosterModule } from './roster/roster.module.js';
import { ScenarioModule } from './scenario/scenario.module.js';
import type { OidcSettings } from './shared/oidc-settings.js';
import { DEFAULT_LIMITS, type RequestLimits } from './shared/request-limits.js';
import { SiteModule } from './site/site.module.js';
import { TerminalModule } from './terminal/terminal.module.js';

const STAGES = [
  SiteModule,
  LawModule,
  RegistryModule,
  RosterModule,
  SignedRostersModule,
  ScenarioModule,
  MergerModule,
  MergerDraftsModule,
  PlacementModule,
  DecisionModule,
  GapModule,
  ContinuityModule,
  ForecastModule,
  LimitsModule,
  ComparisonModule,
  PayoutModule,
  EffectModule,
  MovementModule,
  LetterModule,
  TerminalModule,
];

export interface AppOptions {
  readonly provinceCode: string;
  /** The people are invented: every page and workbook says so. */
  readonly demo: boolean;
  /** Absent for a database in memory, which nothing outlives. */
  readonly audit?: AuditOptions;
  /** Others than this machine can reach it. */
  readonly production?: boolean;
  /** The operator let officers and administrators do without a second factor there. */
  readonly secondFactorOptional?: boolean;
  /** The province's own sign-in. */
  readonly oidc?: OidcSettings | null;
  /** Origin by which people reach it; null = this machine's names. */
  readonly publicUrl?: string | null;
  readonly limits?: RequestLimits;
  /** Absent = takes orders for background work, and works none. */
  readonly jobs?: JobOptions;
}

/** The whole program over an open database, for one province. */
@Module({})
export class AppModule {
  static over(database: OpenDatabase, options: AppOptions): DynamicModule {
    const {
      provinceCode,
      demo,
      audit = auditInMemory(),
      production = false,
      oidc = null,
    } = options;
    const { limits = DEFAULT_LIMITS, publicUrl = null, jobs = WORKS_NO_JOBS } = options;
    const installation = new Installation({
      provinceCode,
      demo,
      production,
      secondFactorOptional: options.secondFactorOptional ?? false,
      oidcLabel: oidc?.label ?? null,
    });
    return {
      module: AppModule,
      imports: [
        DatabaseModule.over(database),
        AccessModule.forInstallation(installation, audit.key, {
          limits,
          oidc: new OidcSource(oidc, publicUrl),
        }),
        AuditModule.with(audit.settings),
        JobsModule.with(new JobSettings(provinceCode, jobs)),
        ReportModule.forData({ demo }),
        ...STAGES,
      ],
    };
  }
}
