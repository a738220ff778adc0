import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import type { RequestLimits } from '../shared/request-limits.js';
import { AccountController } from './account/account.controller.js';
import { AccountService } from './account/account.service.js';
import { AccountStore } from './account/account.store.js';
import { FirstAccounts } from './account/first-accounts.js';
import { SettingsController } from './account/settings.controller.js';
import { SettingsService } from './account/settings.service.js';
import { AuditKey } from './audit-key.js';
import { CurrentActor } from './current-actor.js';
import { Door } from './door.js';
import { HeavyWork } from './front/heavy-work.js';
import { Installation } from './installation.js';
import { OidcClient, OidcSource } from './oidc/oidc-client.js';
import { OidcController } from './oidc/oidc.controller.js';
import { PermissionGuard } from './permission.guard.js';
import { ProductionCheck } from './production/production-check.js';
import { RefusalFilter } from './refusal.filter.js';
import { RefusalLog } from './refusal-log.js';
import { RouteNeeds } from './route-needs.js';
import { Devices } from './session/devices.js';
import { KnownSessions } from './session/known-sessions.js';
import { OldSeeds } from './session/old-seeds.js';
import { Seeds } from './session/seeds.js';
import { SessionController, SignIn } from './session/session.controller.js';
import { DoorStores, SessionService } from './session/session.service.js';
import { SessionStore } from './session/session.store.js';
import { SessionView } from './session/session.view.js';
import { SignInSteps } from './session/sign-in-steps.js';
import { Trail } from './trail.js';
import { WhyController } from './why/why.controller.js';
import { WhyService } from './why/why.service.js';

const SIGN_IN = [
  AccountStore,
  SessionStore,
  KnownSessions,
  Devices,
  Seeds,
  OldSeeds,
  DoorStores,
  SessionService,
  SignInSteps,
  SessionView,
  SignIn,
];

/** Who may come in, as whom, and what is kept of it. */
@Global()
@Module({})
export class AccessModule {
  static forInstallation(
    installation: Installation,
    auditKey: AuditKey,
    { limits, oidc }: { readonly limits: RequestLimits; readonly oidc: OidcSource },
  ): DynamicModule {
    return {
      module: AccessModule,
      imports: [DiscoveryModule],
      controllers: [
        SessionController,
        OidcController,
        AccountController,
        SettingsController,
        WhyController,
      ],
      providers: [
        { provide: Installation, useValue: installation },
        { provide: AuditKey, useValue: auditKey },
        { provide: OidcSource, useValue: oidc },
        { provide: HeavyWork, useValue: new HeavyWork(limits) },
        { provide: APP_GUARD, useClass: PermissionGuard },
        ...SIGN_IN,
        AccountService,
        SettingsService,
        FirstAccounts,
        OidcClient,
        WhyService,
        CurrentActor,
        Door,
        ProductionCheck,
        RefusalFilter,
        RefusalLog,
        RouteNeeds,
        Trail,
      ],
      exports: [
        Installation,
        AccountService,
        AuditKey,
        CurrentActor,
        Door,
        FirstAccounts,
        OldSeeds,
        HeavyWork,
        RefusalFilter,
        RouteNeeds,
        Trail,
      ],
    };
  }
}
