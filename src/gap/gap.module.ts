import { Module } from '@nestjs/common';
import { GapController } from './gap.controller.js';
import { GapService } from './gap.service.js';

@Module({
  controllers: [GapController],
  providers: [GapService],
  exports: [GapService],
})
export class GapModule {}
