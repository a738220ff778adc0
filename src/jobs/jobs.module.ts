import { type DynamicModule, Global, Module } from '@nestjs/common';
import { JobKinds } from './job-kinds.js';
import { JobQueue } from './job-queue.js';
import { JobSettings } from './job-settings.js';
import { JobStores } from './job-stores.js';
import { JobStore } from './job.store.js';
import { JobWorker } from './job-worker.js';
import { Jobs } from './jobs.js';

/** Background work. */
@Global()
@Module({})
export class JobsModule {
  static with(settings: JobSettings): DynamicModule {
    return {
      module: JobsModule,
      providers: [
        { provide: JobSettings, useValue: settings },
        JobKinds,
        JobQueue,
        JobStore,
        JobStores,
        JobWorker,
        Jobs,
      ],
      exports: [JobKinds, Jobs, JobSettings],
    };
  }
}
