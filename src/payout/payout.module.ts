import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { PayoutController } from './payout.controller.js';
import { PayoutService } from './payout.service.js';

@Module({
  imports: [LawModule],
  controllers: [PayoutController],
  providers: [PayoutService],
  exports: [PayoutService],
})
export class PayoutModule {}
