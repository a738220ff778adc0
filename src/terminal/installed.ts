import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import { openAudit } from '../audit/open-audit.js';
import { openDatabase } from '../database/open-database.js';
import { ENTITIES } from '../entities.js';
import { readConfiguration } from '../shared/configuration.js';
import { dataState } from './demo.js';

/**
 * Does something with the program over the installation's own database, without HTTP.
 *
 * @throws Conflict `database.folder-in-use` while the program runs on the same folder.
 */
export async function withInstalled<T>(
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const configuration = readConfiguration(process.env);
  const { provinceCode } = configuration;
  const database = await openDatabase(configuration, ENTITIES);
  try {
    const demo = (await dataState(database, provinceCode)) === 'demo';
    const audit = await openAudit(configuration, true);
    const app = await NestFactory.createApplicationContext(
      AppModule.over(database, { provinceCode, demo, audit }),
      { logger: ['error', 'warn'], abortOnError: false },
    );
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
}
