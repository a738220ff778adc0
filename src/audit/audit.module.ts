import { Module, type DynamicModule } from '@nestjs/common';
import { AnchorService } from './anchor.service.js';
import { AuditPageView } from './audit-page.view.js';
import { AuditSettings } from './audit-settings.js';
import { AuditController } from './audit.controller.js';
import { AuditService, AuditViews } from './audit.service.js';
import { SealStore } from './seal.store.js';
import { Sealer } from './sealer.js';
import { VerificationService } from './verification.service.js';
import { VerificationView } from './verification.view.js';

@Module({})
export class AuditModule {
  static with(settings: AuditSettings): DynamicModule {
    return {
      module: AuditModule,
      controllers: [AuditController],
      providers: [
        { provide: AuditSettings, useValue: settings },
        ...[AnchorService, AuditPageView, AuditService, AuditViews],
        ...[Sealer, SealStore, VerificationService, VerificationView],
      ],
      exports: [AnchorService, Sealer, VerificationService],
    };
  }
}
