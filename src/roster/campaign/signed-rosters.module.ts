import { Global, Module } from '@nestjs/common';
import { SignedRosters } from '../../registry/signed-rosters.js';
import { RosterModule } from '../roster.module.js';
import { CampaignRosters } from './campaign-rosters.js';

/** Tells stages that may not import this one what units have signed. */
@Global()
@Module({
  imports: [RosterModule],
  providers: [{ provide: SignedRosters, useClass: CampaignRosters }],
  exports: [SignedRosters],
})
export class SignedRostersModule {}
