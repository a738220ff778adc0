import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { LetterModule } from '../letter/letter.module.js';
import { LimitsModule } from '../limits/limits.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { AffectedController } from './affected.controller.js';
import { AffectedLetters } from './affected-letters.view.js';
import { AffectedPeople } from './affected-people.view.js';
import { AffectedService } from './affected.service.js';

@Module({
  imports: [LawModule, LetterModule, LimitsModule, RegistryModule],
  controllers: [AffectedController],
  providers: [AffectedLetters, AffectedPeople, AffectedService],
})
export class EffectModule {}
