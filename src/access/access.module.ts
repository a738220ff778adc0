import { Global, Module, type DynamicModule } from '@nestjs/common';
import { LocalActor } from './local-actor.js';
import { Trail } from './trail.js';

@Global()
@Module({})
export class AccessModule {
  static forProvince(provinceCode: string): DynamicModule {
    return {
      module: AccessModule,
      providers: [{ provide: LocalActor, useValue: new LocalActor(provinceCode) }, Trail],
      exports: [LocalActor, Trail],
    };
  }
}
