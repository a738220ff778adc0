import { Module, type DynamicModule } from '@nestjs/common';
import { ContinuityModule } from '../forecast/continuity/continuity.module.js';
import { ForecastModule } from '../forecast/forecast.module.js';
import { LawModule } from '../law/law.module.js';
import { LetterModule } from '../letter/letter.module.js';
import { MovementModule } from '../movement/movement.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { RosterModule } from '../roster/roster.module.js';
import { ScenarioModule } from '../scenario/scenario.module.js';
import { LimitsModule } from '../limits/limits.module.js';
import { ForecastReportService } from './forecast/forecast-report.service.js';
import { ListReportController } from './lists/list-report.controller.js';
import { ListBook } from './lists/list-book.js';
import { ListReportService } from './lists/list-report.service.js';
import { PaperReportController } from './lists/paper-report.controller.js';
import { PaperReportService } from './lists/paper-report.service.js';
import { LimitsReportService } from './limits/limits-report.service.js';
import { PayoutReportService } from './limits/payout-report.service.js';
import { SourceReport } from './limits/source-report.js';
import { SourceReportController } from './limits/source-report.controller.js';
import { PayoutModule } from '../payout/payout.module.js';
import { DecisionModule } from '../decision/decision.module.js';
import { ComparisonModule } from '../comparison/comparison.module.js';
import { ComparisonReportController } from './comparison/comparison-report.controller.js';
import { ComparisonReportService } from './comparison/comparison-report.service.js';
import { ContinuityReportService } from './movement/continuity-report.service.js';
import { MovementReportController } from './movement/movement-report.controller.js';
import { MovementReportService } from './movement/movement-report.service.js';
import { ReportSettings } from './report-settings.js';
import { MergerModule } from '../merger/merger.module.js';
import { MapReportController } from './merger/map-report.controller.js';
import { MapReportService } from './merger/map-report.service.js';
import { MergerPeopleController } from './merger/merger-people.controller.js';
import { MergerPeopleService } from './merger/merger-people.service.js';
import { PlacementModule } from '../placement/placement.module.js';
import { PriceReader } from './price-reader.js';
import { ReportController } from './report.controller.js';
import { ReportService } from './report.service.js';
import { CampaignReportController } from './roster/campaign-report.controller.js';
import { CampaignReportService } from './roster/campaign-report.service.js';
import { PreviewReportController } from './roster/preview-report.controller.js';
import { PreviewReportService } from './roster/preview-report.service.js';
import { RegistryReportController } from './roster/registry-report.controller.js';
import { RegistryReportService } from './roster/registry-report.service.js';
import { FormSources } from './sheets/form-sources.js';
import { SheetReportController } from './sheets/sheet-report.controller.js';
import { SheetReportService } from './sheets/sheet-report.service.js';
import { PoolReportController } from './pool/pool-report.controller.js';
import { WishesController } from './wishes/wishes.controller.js';
import { WishesService } from './wishes/wishes.service.js';
import { TreatmentController } from './treatment/treatment.controller.js';
import { TreatmentService } from './treatment/treatment.service.js';
import { GapOnDay } from './roster/gap-on-day.js';
import { RosterSources } from './roster/roster-sources.js';

@Module({})
export class ReportModule {
  /** @param demo the people are invented, and every workbook says so. */
  static forData({ demo }: { readonly demo: boolean }): DynamicModule {
    return {
      module: ReportModule,
      imports: [
        ComparisonModule,
        ContinuityModule,
        DecisionModule,
        ForecastModule,
        LawModule,
        LetterModule,
        LimitsModule,
        MergerModule,
        MovementModule,
        PayoutModule,
        PlacementModule,
        RegistryModule,
        RosterModule,
        ScenarioModule,
      ],
      controllers: [
        ReportController,
        PreviewReportController,
        CampaignReportController,
        RegistryReportController,
        ListReportController,
        PaperReportController,
        SheetReportController,
        SourceReportController,
        MapReportController,
        MergerPeopleController,
        ComparisonReportController,
        MovementReportController,
        TreatmentController,
        PoolReportController,
        WishesController,
      ],
      providers: [
        { provide: ReportSettings, useValue: new ReportSettings(demo) },
        ReportService,
        PreviewReportService,
        CampaignReportService,
        RegistryReportService,
        GapOnDay,
        RosterSources,
        FormSources,
        ListBook,
        ListReportService,
        PaperReportService,
        SheetReportService,
        SourceReport,
        ComparisonReportService,
        ContinuityReportService,
        MovementReportService,
        ForecastReportService,
        LimitsReportService,
        MapReportService,
        MergerPeopleService,
        PayoutReportService,
        PriceReader,
        TreatmentService,
        WishesService,
      ],
      exports: [ReportService, RegistryReportService, SheetReportService],
    };
  }
}
