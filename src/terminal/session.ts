import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule, type AppOptions } from '../app.module.js';
import { openInMemory } from '../database/open-database.js';
import { ENTITIES } from '../entities.js';

/** The program over a database in memory, without HTTP. */
export interface Session {
  readonly app: INestApplicationContext;
  close(): Promise<void>;
}

export async function openSession(options: AppOptions): Promise<Session> {
  const database = await openInMemory(ENTITIES);
  const app = await NestFactory.createApplicationContext(AppModule.over(database, options), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const close = async (): Promise<void> => {
    await app.close();
    await database.close();
  };
  return { app, close };
}
