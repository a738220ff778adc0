import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { LimitsModule } from '../limits/limits.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { AffectedController } from './affected.controller.js';
import { AffectedService } from './affected.service.js';

@Module({
  imports: [LawModule, LimitsModule, RegistryModule],
  controllers: [AffectedController],
  providers: [AffectedService],
})
export class EffectModule {}
