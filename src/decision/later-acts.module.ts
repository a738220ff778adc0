import { Global, Module } from '@nestjs/common';
import { StandsOn } from '../registry/stands-on.js';
import { LaterActs } from './later-acts.js';

/** Answers earlier stages, which may not import this one, whether something later stands on what they made. */
@Global()
@Module({
  providers: [{ provide: StandsOn, useClass: LaterActs }],
  exports: [StandsOn],
})
export class LaterActsModule {}
