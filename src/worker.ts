import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { openAudit } from './audit/open-audit.js';
import { openDatabase } from './database/open-database.js';
import { ENTITIES } from './entities.js';
import { jobOptions } from './jobs/job-settings.js';
import {
  type Configuration,
  ConfigurationError,
  readConfiguration,
} from './shared/configuration.js';
import { explain, STANDARD_OUTPUT } from './terminal/output.js';

/** Works the province's background jobs beside the HTTP processes of a server, until it is told to end. */
async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  mustHaveServer(configuration);
  const { provinceCode } = configuration;
  const database = await openDatabase(configuration, ENTITIES);
  const audit = await openAudit(configuration, false);
  const jobs = jobOptions(configuration, true);
  const app = await NestFactory.createApplicationContext(
    AppModule.over(database, { provinceCode, demo: false, audit, jobs }),
    { logger: ['error', 'warn'], abortOnError: false },
  );
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
