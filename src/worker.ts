import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { openAudit } from './audit/open-audit.js';
import { openDatabase } from './database/open-database.js';
import { ENTITIES } from './entities.js';
import { jobOptions } from './jobs/job-settings.js';
import { mustBeSafe, openLooked } from './safe-start.js';
import {
  type Configuration,
  ConfigurationError,
  readConfiguration,
} from './shared/configuration.js';
import { dataState } from './terminal/demo.js';
import { explain, STANDARD_OUTPUT } from './terminal/output.js';

/** Works the province's background jobs beside the HTTP processes of a server, until it is told to end. */
async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  mustHaveServer(configuration);
  const { provinceCode } = configuration;
  const { opened: database, faults } = await openLooked(configuration, async (look) => {
    const open = await openDatabase(configuration, ENTITIES);
    await look(open);
    return open;
  });
  const demo = (await dataState(database, provinceCode)) === 'demo';
  const audit = await openAudit(configuration, false);
  const jobs = jobOptions(configuration, true);
  // It listens nowhere; unlike a bare context it can be looked at before its jobs begin.
  const app = await NestFactory.create(
    AppModule.over(database, { provinceCode, demo, audit, jobs }),
    { logger: ['error', 'warn'], abortOnError: false },
  );
  await mustBeSafe(configuration, app, { database, faults });
  await app.init();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      void app
        .close()
        .then(() => database.close())
        .finally(() => process.exit(0));
    });
  STANDARD_OUTPUT.out(`Đang chạy các việc nền của tỉnh ${provinceCode}. Dừng: Ctrl+C`);
}

/** The embedded database has one process, and that is the one that serves. */
function mustHaveServer({ databaseUrl }: Configuration): void {
  if (databaseUrl !== null) return;
  throw new ConfigurationError([
    'Tiến trình chạy việc nền cần DATABASE_URL: với cơ sở dữ liệu nhúng, chính chương trình phục vụ trang đã chạy các việc này.',
  ]);
}

try {
  await main();
} catch (error) {
  STANDARD_OUTPUT.err(explain(error));
  process.exit(1);
}
